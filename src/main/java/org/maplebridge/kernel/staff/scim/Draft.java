package org.maplebridge.kernel.staff.scim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.orgs.Post;

/// A user as somebody wants them to be: begun with what is, changed attribute by attribute, carried out only when all
/// of it could be read.
final class Draft {

    /// What the standard has and we don't keep: no more is known of an officer than the work needs.
    private static final Set<String> NOT_KEPT = Set.of(
            "nickname",
            "profileurl",
            "title",
            "usertype",
            "preferredlanguage",
            "locale",
            "timezone",
            "emails",
            "phonenumbers",
            "ims",
            "photos",
            "addresses");
    private static final Set<String> NOT_KEPT_OF_ENTERPRISE =
            Set.of("employeenumber", "costcenter", "division", "department", "manager");
    /// The server's own; what a client says of them is passed over (RFC 7644 §3.5.1).
    private static final Set<String> READ_ONLY = Set.of("schemas", "id", "meta", "groups");

    private static final int LONGEST = 200;

    private final String office;
    private final List<Post> known;
    private final Set<UUID> posts = new LinkedHashSet<>();
    private boolean postsSaid;
    private Optional<String> userName = Optional.empty();
    private Optional<String> externalId = Optional.empty();
    private Optional<Boolean> active = Optional.empty();
    private Optional<UUID> to = Optional.empty();
    private final Names names = new Names();

    /// @param office what the office is called
    /// @param known  its posts
    Draft(String office, List<Post> known) {
        this.office = office;
        this.known = List.copyOf(known);
    }

    /// Begins with what is.
    Draft of(Optional<String> external, Collection<UUID> held) {
        externalId = external;
        posts.addAll(held);
        return this;
    }

    Optional<String> userName() {
        return userName;
    }

    /// What they are called from now on, if anything was said of it.
    Optional<String> name() {
        return names.whole();
    }

    Optional<String> externalId() {
        return externalId;
    }

    Optional<Boolean> active() {
        return active;
    }

    boolean postsSaid() {
        return postsSaid;
    }

    List<UUID> posts() {
        return List.copyOf(posts);
    }

    /// The desk that takes what would be left with nobody.
    Optional<UUID> to() {
        return to;
    }

    /// Everything a body says; what it doesn't name stays as it is.
    void setAll(Map<?, ?> body) {
        var seen = new HashSet<String>();
        body.forEach((name, value) -> {
            if (!seen.add(String.valueOf(name).toLowerCase(Locale.ROOT))) {
                throw Scim.refused(Scim.SYNTAX, Words.shown(String.valueOf(name)), "同一项写了两次。");
            }
            if (value != null) {
                set(AttributePath.read(String.valueOf(name)), value, false);
            }
        });
    }

    /// @param adding to the values of a list, instead of replacing them
    void set(AttributePath path, Object value, boolean adding) {
        if (path.isWhole()) {
            object(path, value).forEach((name, part) -> {
                if (part != null) {
                    set(AttributePath.read(path.schema() + ":" + name), part, adding);
                }
            });
            return;
        }
        switch (path.schema()) {
            case Scim.ENTERPRISE -> enterprise(path, value);
            case Scim.POSTS -> own(path, value, adding);
            default -> core(path, value);
        }
    }

    private void core(AttributePath path, Object value) {
        switch (path.attribute()) {
            case "username" -> userName = Optional.of(text(path, value).toLowerCase(Locale.ROOT));
            case "externalid" -> externalId = Optional.of(text(path, value));
            case "active" -> active = Optional.of(truth(path, value));
            case "displayname" -> names.set("displayname", text(path, value));
            case "name" -> name(path, value);
            case "password" -> throw Scim.refused(Scim.VALUE, path.said(), "密码不从这里来：本人用统一身份登录，或由机构管理员当面给第一次的密码。");
            case "roles", "entitlements", "x509certificates" -> {
                if (!(value instanceof Collection<?> several) || !several.isEmpty()) {
                    throw Scim.refused(Scim.VALUE, path.said(), "这里不收；能办什么只看岗位，请写在 " + Scim.POSTS + " 的 posts 里。");
                }
            }
            default -> {
                if (!READ_ONLY.contains(path.attribute()) && !NOT_KEPT.contains(path.attribute())) {
                    throw unknown(path);
                }
            }
        }
    }

    private void name(AttributePath path, Object value) {
        if (path.part().isPresent()) {
            names.set(path.part().get(), text(path, value));
            return;
        }
        object(path, value).forEach((part, said) -> {
            if (said != null) {
                var at = AttributePath.read("name." + part);
                names.set(at.part().orElseThrow(() -> unknown(at)), text(at, said));
            }
        });
    }

    private void enterprise(AttributePath path, Object value) {
        if (path.attribute().equals("organization")) {
            if (!text(path, value).equals(office)) {
                throw Scim.refused(Scim.MUTABILITY, path.said(), "这个令牌只管“" + office + "”的人；换单位请两边各办离岗和入职。");
            }
        } else if (!NOT_KEPT_OF_ENTERPRISE.contains(path.attribute())) {
            throw unknown(path);
        }
    }

    private void own(AttributePath path, Object value, boolean adding) {
        if (path.which().isPresent() || path.part().isPresent()) {
            throw Scim.refused(Scim.BAD_PATH, path.said(), "岗位整个添、整个去，不改其中一部分。");
        }
        switch (path.attribute()) {
            case "posts" -> {
                var said = several(path, value);
                if (!adding) {
                    posts.clear();
                }
                posts.addAll(said);
                postsSaid = true;
            }
            case "handoverto" -> to = Optional.of(post(path, value));
            default -> throw unknown(path);
        }
    }

    /// Takes a value away.
    void remove(AttributePath path, @Nullable Object value) {
        switch (path.schema()) {
            case Scim.POSTS -> removeOwn(path, value);
            case Scim.ENTERPRISE -> {
                if (path.attribute().equals("organization")) {
                    throw needed(path);
                }
            }
            default -> {
                if (path.attribute().equals("externalid")) {
                    externalId = Optional.empty();
                } else if (!NOT_KEPT.contains(path.attribute())) {
                    throw needed(path);
                }
            }
        }
    }

    private void removeOwn(AttributePath path, @Nullable Object value) {
        if (path.attribute().equals("handoverto")) {
            to = Optional.empty();
            return;
        }
        if (!path.isWhole() && !path.attribute().equals("posts")) {
            throw unknown(path);
        }
        postsSaid = true;
        if (path.which().isPresent()) {
            var which = Filter.read(path.which().get(), Set.of("value", "display"), "posts[value eq \"岗位编号\"]");
            if (!posts.removeIf(post -> named(post, which.value()))) {
                throw Scim.refused(Scim.NO_TARGET, path.said(), "这个人没有这个岗位。");
            }
        } else if (value == null) {
            posts.clear();
        } else {
            several(path, value).forEach(posts::remove);
        }
    }

    private boolean named(UUID id, String said) {
        return id.toString().equals(said)
                || known.stream()
                        .anyMatch(post -> post.id().equals(id) && post.title().equals(said));
    }

    private List<UUID> several(AttributePath path, Object value) {
        var found = new ArrayList<UUID>();
        for (Object each : value instanceof Collection<?> all ? all : List.of(value)) {
            found.add(post(path, each == null ? "" : each));
        }
        return found;
    }

    /// A post by its id or its title, bare or as `{"value": …}`, `{"display": …}`.
    private UUID post(AttributePath path, Object value) {
        Object said = value;
        if (value instanceof Map<?, ?> parts) {
            said = parts.get("value") == null ? parts.get("display") : parts.get("value");
        }
        var text = said instanceof String plain ? plain.strip() : "";
        return known.stream()
                .filter(post -> named(post.id(), text))
                .findFirst()
                .orElseThrow(
                        () -> Scim.refused(Scim.VALUE, path.said(), "“" + Words.shown(text) + "”不是本单位的岗位；请写岗位的编号或名称。"))
                .id();
    }

    private static boolean truth(AttributePath path, Object value) {
        var said = String.valueOf(value).toLowerCase(Locale.ROOT);
        boolean readable = value instanceof Boolean || value instanceof String;
        if (!readable || !said.matches("true|false")) {
            throw Scim.refused(Scim.VALUE, path.said(), "应是 true 或 false。");
        }
        return said.equals("true");
    }

    private static String text(AttributePath path, Object value) {
        if (!(value instanceof String said) || said.isBlank()) {
            throw Scim.refused(Scim.VALUE, path.said(), "应是一段文字，不能空着。");
        }
        var kept = Words.kept(said);
        Words.fault(kept, LONGEST, false).ifPresent(fault -> {
            throw Scim.refused(Scim.VALUE, path.said(), fault);
        });
        return kept;
    }

    private static Map<?, ?> object(AttributePath path, Object value) {
        if (!(value instanceof Map<?, ?> parts)) {
            throw Scim.refused(Scim.VALUE, path.said(), "应是一个对象。");
        }
        return parts;
    }

    private static org.maplebridge.kernel.ground.Refused unknown(AttributePath path) {
        return Scim.refused(Scim.BAD_PATH, path.said(), "没有这一项；有哪些见 " + Scim.PATH + "/Schemas。");
    }

    private static org.maplebridge.kernel.ground.Refused needed(AttributePath path) {
        return Scim.refused(Scim.MUTABILITY, path.said(), "这一项不能去掉。");
    }
}
