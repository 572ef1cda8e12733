package org.maplebridge.kernel.openapi;

import java.util.List;
import java.util.Map;

/// What a module adds to the description: bodies that no record of an endpoint stands for, because the scenes bring
/// them.
public interface Described {

    /// The addresses a template such as `/api/scenes/{scene}` stands for.
    List<Address> addresses(String template);

    /// The schemas of the bodies, by name, such as `disputes.Agree`.
    Map<String, Object> schemas();

    /// One address and what may be said there.
    ///
    /// @param path with only those variables left that are still open
    /// @param title in Chinese
    /// @param bodies names of schemas; one of them
    record Address(String path, String title, List<String> bodies) {}
}
