/// Dated numbers of the law and of local policy. A matter is judged by the number in force on its day, in its area;
/// every number says which article it comes from and whether somebody has read that article.
@NullMarked
@ApplicationModule(
        id = "parameters",
        displayName = "参数",
        allowedDependencies = {"ground", "calendar", "orgs"})
package org.maplebridge.kernel.parameters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
