package org.maplebridge.engines.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One article of one edition of a law.
///
/// @param id who asks knows it by this
/// @param law full name of the law
/// @param called short names people use for it; may be empty
/// @param number of the article; 0 for what stands before the first, such as a preamble
/// @param suffix 1 for 第…条之一; mostly 0
/// @param label as it stands in the text: 第一千零七十九条
/// @param headings part, chapter, section it stands in, outermost first
/// @param level of the law, such as 法律 or 司法解释
/// @param area whose law it is: empty for the whole country, else a path such as 33 or 33.07
/// @param from first day in force
/// @param until first day no longer in force; none while it is
/// @param text of the article, without its label; paragraphs and items on lines of their own
public record Provision(
        String id,
        String law,
        List<String> called,
        int number,
        int suffix,
        String label,
        List<String> headings,
        String level,
        String area,
        LocalDate from,
        Optional<LocalDate> until,
        String text) {}
