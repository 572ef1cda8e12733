package org.maplebridge.kernel.ground;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// Canonical JSON (RFC 8785): one value has one sequence of bytes, so that its digest means something.
///
/// Numbers are whole and within ±(2^53 − 1); decimals are written as strings, since two languages print the same
/// double differently more often than one likes.
public final class Canonical {

    /// Reads and writes what is hashed: decimals as strings, unknown fields refused, no trailing text.
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimal()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final long WHOLE_LIMIT = (1L << 53) - 1;

    private Canonical() {}

    /// The canonical bytes of any value Jackson can turn into a tree.
    ///
    /// @throws IllegalArgumentException for a fraction or a whole number that JSON can't carry exactly
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The canonical text of any value Jackson can turn into a tree.
    public static String text(Object value) {
        JsonNode tree = value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
        var out = new StringBuilder(256);
        write(tree, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> quote(node.stringValue(), out);
            case NUMBER -> out.append(whole(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        var names = new ArrayList<>(node.propertyNames());
        // String order in Java is by UTF-16 unit, which is what RFC 8785 §3.2.3 asks for
        Collections.sort(names);
        out.append('{');
        var between = "";
        for (String name : names) {
            out.append(between);
            quote(name, out);
            out.append(':');
            write(node.get(name), out);
            between = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(node.get(i), out);
        }
        out.append(']');
    }

    /// Whether a number is one that every language reads alike: whole, within ±(2^53 − 1).
    public static boolean carries(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() && Math.abs(number.longValue()) <= WHOLE_LIMIT;
    }

    private static long whole(JsonNode node) {
        if (!carries(node)) {
            throw new IllegalArgumentException("not a whole number JSON carries exactly: " + node);
        }
        return node.longValue();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else if (Character.isSurrogate(c)) {
                        i = surrogates(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// RFC 8785 §3.2.2.2: a lone surrogate has no UTF-8 form and must be refused.
    private static int surrogates(String text, int at, StringBuilder out) {
        boolean paired = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!paired) {
            throw new IllegalArgumentException("lone surrogate at " + at);
        }
        out.append(text, at, at + 2);
        return at + 1;
    }

    private static final class PlainDecimal extends StdScalarSerializer<BigDecimal> {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }
}
