package org.maplebridge.engines.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How signs sound and which look alike.
final class Sounds {

    private static final Map<Character, String> ONE = new ConcurrentHashMap<>();
    private static final Map<Character, Character> ALIKE = alike();

    private Sounds() {}

    /// The syllables of a word as it is read, without tones, ü as v; a sign without a reading stands for itself.
    static List<String> of(String word) {
        var syllables = new ArrayList<String>();
        var read = HanLP.convertToPinyinList(word);
        for (int i = 0; i < word.length(); i++) {
            var syllable = i < read.size() ? read.get(i) : Pinyin.none5;
            syllables.add(syllable == Pinyin.none5 ? word.substring(i, i + 1) : syllable.getPinyinWithoutTone());
        }
        return syllables;
    }

    /// How a sign sounds by itself; two signs of one sound have the same.
    static String of(char sign) {
        return ONE.computeIfAbsent(sign, one -> {
            var read = HanLP.convertToPinyinList(one.toString());
            return read.isEmpty() || read.getFirst() == Pinyin.none5
                    ? one.toString()
                    : read.getFirst().getPinyinWithoutTone();
        });
    }

    /// One sign for all that look like it.
    static char look(char sign) {
        return ALIKE.getOrDefault(sign, sign);
    }

    private static Map<Character, Character> alike() {
        var alike = new HashMap<Character, Character>();
        DataLines.of("alike.tsv").forEach(line -> {
            var group = line.getFirst();
            group.chars().forEach(sign -> alike.putIfAbsent((char) sign, group.charAt(0)));
        });
        return Map.copyOf(alike);
    }
}
