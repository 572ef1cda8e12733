package org.maplebridge.launch.demo.life;

/// How somebody of the demo county signs in.
public record LifeAccount(String login, String password) {

    @Override
    public String toString() {
        return "account " + login;
    }
}
