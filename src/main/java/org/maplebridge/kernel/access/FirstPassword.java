package org.maplebridge.kernel.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// A password that an administrator tells somebody, by word of mouth; they then choose their own.
public final class FirstPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    /// Easy to read out on the telephone: four groups of three letters that nobody mistakes for others.
    public static String fresh() {
        int many = LETTERS.length();
        return RANDOM.ints(GROUPS, 0, many * many * many)
                .mapToObj(number -> "" + LETTERS.charAt(number % many)
                        + LETTERS.charAt(number / many % many)
                        + LETTERS.charAt(number / many / many))
                .collect(Collectors.joining("-"));
    }
}
