package org.maplebridge.kernel.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Puts each message into a folder as one file of JSON, whole or not at all; whoever takes it away leaves a file of the
/// same name in `delivered` or `failed`. `maple.messages.folder` names it; `outbox` is that of the data folder.
@Component
class FolderCarrier implements Carrier {

    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";
    private static final int MOST = 500;

    private final Optional<Path> folder;

    @Autowired
    FolderCarrier(Environment settings) {
        this(Optional.ofNullable(settings.getProperty("maple.messages.folder"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(settings.getRequiredProperty("maple.data")).resolve(text)));
    }

    FolderCarrier(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Channel channel() {
        return Channel.FOLDER;
    }

    @Override
    public boolean open() {
        return folder.isPresent();
    }

    @Override
    public boolean tellsArrival() {
        return true;
    }

    @Override
    public void send(Parcel parcel) throws IOException {
        var place = made(folder.orElseThrow());
        if (known(place, parcel.id())) {
            return;
        }
        var whole = Canonical.text(Map.of("id", parcel.id().toString(), "to", parcel.to(), "text", parcel.text()));
        var part = Files.createTempFile(place, ".", ".part");
        try {
            Files.writeString(part, whole);
            Files.move(part, place.resolve(parcel.id() + ".json"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Somebody has already been told of it: a second file would be a second message.
    private static boolean known(Path place, UUID id) {
        return Files.exists(place.resolve(DELIVERED).resolve(id + ".json"))
                || Files.exists(place.resolve(FAILED).resolve(id + ".json"));
    }

    private static Path made(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
        for (var part : List.of(DELIVERED, FAILED)) {
            Files.createDirectories(place.resolve(part));
        }
        return place;
    }

    @Override
    public List<Arrival> arrivals() throws IOException {
        var found = new ArrayList<Arrival>();
        if (folder.isPresent()) {
            var place = made(folder.get());
            read(place.resolve(DELIVERED), true, found);
            read(place.resolve(FAILED), false, found);
        }
        return found;
    }

    private static void read(Path place, boolean delivered, List<Arrival> found) throws IOException {
        try (var files = Files.list(place)) {
            files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .limit(MOST)
                    .forEach(file -> id(file).ifPresent(
                                    id -> found.add(new Arrival(id, delivered, delivered ? "" : "取信的一方说没有送到"))));
        }
    }

    private static Optional<UUID> id(Path file) {
        var name = file.getFileName().toString();
        try {
            return Optional.of(UUID.fromString(name.substring(0, name.length() - ".json".length())));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public void taken(Arrival arrival) throws IOException {
        var place = folder.orElseThrow();
        var name = arrival.message() + ".json";
        Files.deleteIfExists(place.resolve(name));
        Files.deleteIfExists(
                place.resolve(arrival.delivered() ? DELIVERED : FAILED).resolve(name));
    }
}
