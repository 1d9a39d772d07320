package org.conjoint.discovery;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is kept.
 *
 * @param data the data folder; the index is in its folder {@code index}
 * @param index the rest
 */
@ConfigurationProperties("conjoint")
record IndexSettings(
        @DefaultValue("data") Path data, @DefaultValue Index index) {

    /**
     * @param commitEvery how often changes are made durable in the index; the registry keeps them until then
     * @param commitAfter the number of changes after which that happens sooner
     * @param batch posts whose entries are composed with one set of statements
     * @param linger how long the first change waits for others that can be composed with it
     * @param backlog posts that may be behind; a change beyond them waits for room
     * @param patience how long such a change waits before it is left to be read from the registry
     */
    record Index(
            @DefaultValue("2s") Duration commitEvery,
            @DefaultValue("5000") int commitAfter,
            @DefaultValue("250") int batch,
            @DefaultValue("20ms") Duration linger,
            @DefaultValue("100000") int backlog,
            @DefaultValue("250ms") Duration patience) {}
}
