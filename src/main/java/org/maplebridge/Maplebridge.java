package org.maplebridge;

import java.util.List;
import org.maplebridge.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts everything.
@SpringBootApplication
public class Maplebridge {

    public static void main(String[] args) {
        System.exit(Launch.run(List.of(args), System.out, System.err));
    }
}
