/// Members of an office's staff as the county's identity platform provisions them: a part of SCIM 2.0 (RFC 7643, 7644).
/// Whatever it asks for is done by [org.maplebridge.kernel.staff.Changes], as if an administrator had done it on the
/// pages.
@NullMarked
package org.maplebridge.kernel.staff.scim;

import org.jspecify.annotations.NullMarked;
