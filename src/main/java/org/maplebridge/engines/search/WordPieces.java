package org.maplebridge.engines.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Cuts text into the pieces that a BERT model knows: each Chinese sign by itself, other words into the longest pieces
/// of the vocabulary. Case and accents don't count.
///
/// Source: Devlin et al., BERT (2019), and the vocabulary that comes with the model.
final class WordPieces {

    private static final int MOST_LETTERS = 100;
    private static final String UNKNOWN = "[UNK]";

    private final Map<String, Integer> numbers;
    private final int unknown;
    private final int first;
    private final int last;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
        unknown = number(UNKNOWN);
        first = number("[CLS]");
        last = number("[SEP]");
    }

    /// From a `tokenizer.json` on the class path.
    static WordPieces from(String resource) {
        try (InputStream in = WordPieces.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the model's vocabulary is missing: " + resource);
            }
            var numbers = new HashMap<String, Integer>();
            new JsonMapper()
                    .readTree(in)
                    .at("/model/vocab")
                    .properties()
                    .forEach(piece ->
                            numbers.put(piece.getKey(), piece.getValue().asInt()));
            return new WordPieces(numbers);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private int number(String piece) {
        var number = numbers.get(piece);
        if (number == null) {
            throw new IllegalStateException("the vocabulary has no " + piece);
        }
        return number;
    }

    /// The pieces by number, between the marks that open and close a text; what is more than `most` is left out.
    long[] cut(String text, int most) {
        var pieces = new long[most];
        pieces[0] = first;
        int filled = 1;
        int at = 0;
        var plain = plain(text);
        while (at < plain.length() && filled < most - 1) {
            int sign = plain.codePointAt(at);
            int end = at + Character.charCount(sign);
            if (Character.isWhitespace(sign)) {
                at = end;
                continue;
            }
            if (!alone(sign)) {
                while (end < plain.length() && inWord(plain.codePointAt(end))) {
                    end += Character.charCount(plain.codePointAt(end));
                }
            }
            filled = word(plain.substring(at, end), pieces, filled, most - 1);
            at = end;
        }
        pieces[filled++] = last;
        return Arrays.copyOf(pieces, filled);
    }

    private int word(String word, long[] pieces, int filled, int full) {
        int begun = filled;
        int at = 0;
        while (at < word.length() && filled < full) {
            int end = word.length();
            Integer known = null;
            while (end > at && word.length() <= MOST_LETTERS) {
                var piece = (at == 0 ? "" : "##") + word.substring(at, end);
                known = numbers.get(piece);
                if (known != null) {
                    break;
                }
                end--;
            }
            if (known == null) {
                pieces[begun] = unknown;
                return begun + 1;
            }
            pieces[filled++] = known;
            at = end;
        }
        return filled;
    }

    private static String plain(String text) {
        var open = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = new StringBuilder(open.length());
        open.codePoints()
                .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK
                        && sign != 0
                        && sign != 0xFFFD
                        && (!Character.isISOControl(sign) || Character.isWhitespace(sign)))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean inWord(int sign) {
        return !Character.isWhitespace(sign) && !alone(sign);
    }

    /// A Chinese sign, or punctuation.
    private static boolean alone(int sign) {
        if (Character.isIdeographic(sign)) {
            return true;
        }
        if (sign < 128) {
            return sign > 32 && !Character.isLetterOrDigit(sign);
        }
        return switch (Character.getType(sign)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
