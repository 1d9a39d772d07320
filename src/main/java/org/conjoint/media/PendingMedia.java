package org.conjoint.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * After the start of a console, one after the other beside all other work, decodes the media that are pending: those that
 * a kill interrupted, and those that an update wants made anew.
 */
@Component
@ConditionalOnWebApplication
class PendingMedia {
    private static final Logger LOG = LoggerFactory.getLogger(PendingMedia.class);
    private static final int PAGE = 100;

    private final MediaRecords records;
    private final Intake intake;
    private @Nullable Thread work;

    PendingMedia(MediaRecords records, Intake intake) {
        this.records = records;
        this.intake = intake;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work = Thread.ofVirtual().name("pending-media").start(this::resumeAll);
    }

    @PreDestroy
    void stop() {
        if (work != null) {
            work.interrupt();
        }
    }

    /** Decodes all that is pending and whose original is there. */
    void resumeAll() {
        @Nullable MediaId after = null;
        while (!Thread.currentThread().isInterrupted()) {
            var page = records.pending(after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            for (var media : page) {
                after = media.id();
                try {
                    intake.resume(media);
                } catch (IOException | RuntimeException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    LOG.warn("The medium {} stays pending", media.id().sha256(), e);
                }
            }
        }
    }
}
