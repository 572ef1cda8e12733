package org.maplebridge.kernel.laws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Imports the folder the server was told of, or `laws` in the data folder, while the pages work; and again when
/// something in it has changed.
@Component
class LawArriving implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(LawArriving.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final LawImporting importing;
    private final Optional<Path> root;
    private final boolean automatic;
    private final Loop loop = new Loop("laws-arriving", PAUSE, this::round);

    LawArriving(LawImporting importing, Environment settings) {
        this.importing = importing;
        this.root = LawImportErrand.told(
                settings.getProperty("maple.laws", ""), settings.getRequiredProperty("maple.data"));
        this.automatic = Looping.serving(settings) && root.isPresent();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }

    private void round() {
        try {
            var folder = LawFolder.of(root.orElseThrow());
            if (!importing.unchanged(folder)) {
                var result = importing.run(folder, (done, files, articles) -> {});
                LOG.info(
                        "laws: {} files read, {} editions with {} articles added, {} refused",
                        result.files(),
                        result.editions(),
                        result.articles(),
                        result.refused());
            }
        } catch (Unread unread) {
            LOG.warn("the folder of laws can't be read: {}", unread.what());
        }
    }
}
