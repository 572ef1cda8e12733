package org.maplebridge.kernel.ground;

import java.io.PrintStream;
import java.util.List;

/// One thing the command line can have done: `verify`, `import complaints`. A module offers it as a bean; the
/// launcher finds it by its verb, so that a new errand changes no other file.
public interface Errand {

    /// The words after `./maplebridge`.
    String verb();

    /// What it does and which arguments it takes, in Chinese.
    String help();

    /// Results go to `out`, progress to `err`. Returns 0 only when it did what was asked.
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
