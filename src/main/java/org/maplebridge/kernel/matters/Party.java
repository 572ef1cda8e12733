package org.maplebridge.kernel.matters;

import java.util.UUID;

/// Somebody whom a matter concerns.
///
/// @param no its place among the parties, from 1
/// @param role by the scene's own list, such as `applicant`
/// @param shown the name as shown by default, masked
public record Party(int no, String role, UUID persona, String shown) {

    /// The role of whoever fills in a form for somebody else: may ask how far it has got, no more.
    public static final String HELPER = "kernel.helper";
}
