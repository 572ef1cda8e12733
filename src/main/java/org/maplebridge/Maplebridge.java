package org.maplebridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts everything.
@SpringBootApplication
public class Maplebridge {

    public static void main(String[] args) {
        SpringApplication.run(Maplebridge.class, args);
    }
}
