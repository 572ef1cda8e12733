package org.maplebridge.launch.demo.life;

/// What happens of itself while days pass, and who wants to know how many have.
public interface LifeDays {

    /// What the program does by itself, as it would in the morning.
    void morning();

    /// Limits end at any time of the day.
    void sweep();

    /// So much has been lived.
    ///
    /// @param day     from 0; `days`: all of them
    /// @param matters disputes so far
    /// @param moves   made about them
    void lived(int day, int days, int matters, int moves);
}
