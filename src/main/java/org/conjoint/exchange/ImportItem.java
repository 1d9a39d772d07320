package org.conjoint.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.conjoint.content.PostData;
import org.conjoint.content.Transcript;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.exchange.format.Place;
import org.conjoint.exchange.format.RowRefused;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaKind;
import org.conjoint.media.MediaState;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way in: a row whose media are being taken.
 *
 * @param number in the order of the files, from 1
 */
record ImportItem(
        long number,
        Incoming incoming,
        Map<Slot, CompletableFuture<Media>> media,
        @Nullable Path transcript,
        @Nullable String refusal) {

    private static final long LONGEST_TRANSCRIPT = 1_000_000;

    /** Where a medium belongs in a post. */
    enum Slot {
        IMAGE,
        AUDIO,
        VIDEO,
        SENSORS,
        /** Wherever its bytes say. */
        ANY
    }

    /** An item with its media taken. */
    sealed interface Ready {
        long number();

        Place place();

        String subject();

        /** @param notes what is worth telling; @param repaired whether something was left out */
        record Post(
                long number,
                Place place,
                PostData data,
                Incoming.@Nullable TwinOf twin,
                List<String> notes,
                boolean repaired)
                implements Ready {
            @Override
            public String subject() {
                return data.externalId();
            }
        }

        record Verdict(long number, Incoming.NewVerdict incoming) implements Ready {
            @Override
            public Place place() {
                return incoming.place();
            }

            @Override
            public String subject() {
                return incoming.id();
            }
        }

        record Refused(long number, Place place, String subject, String reason) implements Ready {}
    }

    static ImportItem begin(long number, Incoming incoming, ImportFolder folder, MediaIntake intake) {
        var media = new EnumMap<Slot, CompletableFuture<Media>>(Slot.class);
        if (!(incoming instanceof Incoming.NewPost post)) {
            return new ImportItem(number, incoming, media, null, null);
        }
        try {
            var files = new EnumMap<Slot, Path>(Slot.class);
            locate(folder, post.image(), Slot.IMAGE, files);
            locate(folder, post.audio(), Slot.AUDIO, files);
            locate(folder, post.video(), Slot.VIDEO, files);
            locate(folder, post.sensors(), Slot.SENSORS, files);
            locate(folder, post.file(), Slot.ANY, files);
            var transcript = post.transcriptFile();
            var transcriptFile = transcript == null ? null : folder.file(transcript);
            files.forEach((slot, file) ->
                    media.put(slot, slot == Slot.SENSORS ? intake.takeSensors(file) : intake.take(file)));
            return new ImportItem(number, incoming, media, transcriptFile, null);
        } catch (RowRefused e) {
            return new ImportItem(number, incoming, media, null, e.getMessage());
        }
    }

    /** Waits for the media and makes the post. */
    Ready await() {
        return switch (incoming) {
            case Incoming.Unreadable row -> new Ready.Refused(number, row.place(), row.subject(), row.reason());
            case Incoming.NewVerdict verdict -> new Ready.Verdict(number, verdict);
            case Incoming.NewPost post -> post(post);
        };
    }

    private Ready post(Incoming.NewPost post) {
        if (refusal != null) {
            return refused(post, refusal);
        }
        try {
            var notes = new ArrayList<String>();
            var placed = place(notes);
            var transcript = transcript(post);
            var read = transcript == null ? null : Transcript.read(transcript);
            if (read != null) {
                read.problems()
                        .forEach(problem ->
                                notes.add("Transcript line %d: %s".formatted(problem.line(), problem.message())));
            }
            var data = new PostData(
                    post.id(),
                    post.caption(),
                    post.altText(),
                    post.language(),
                    post.author(),
                    post.createdAt(),
                    post.source(),
                    placed.get(Slot.IMAGE),
                    placed.get(Slot.AUDIO),
                    placed.get(Slot.VIDEO),
                    read == null ? null : read.transcript(),
                    placed.get(Slot.SENSORS));
            return new Ready.Post(
                    number,
                    post.place(),
                    data,
                    post.twin(),
                    notes,
                    read != null && !read.problems().isEmpty());
        } catch (RowRefused | IllegalArgumentException e) {
            return refused(post, String.valueOf(e.getMessage()));
        }
    }

    private Map<Slot, MediaId> place(List<String> notes) throws RowRefused {
        var placed = new EnumMap<Slot, MediaId>(Slot.class);
        for (var entry : media.entrySet()) {
            Media taken;
            try {
                taken = MediaIntake.await(entry.getValue());
            } catch (IOException e) {
                throw new RowRefused("A medium could not be taken: " + e.getMessage());
            }
            if (taken.state() instanceof MediaState.Refused refused) {
                notes.add("The %s cannot be shown: %s".formatted(name(entry.getKey()), refused.reason()));
            }
            var slot = slot(entry.getKey(), taken);
            if (placed.put(slot, taken.id()) != null) {
                throw new RowRefused("The row names two files for the " + name(slot));
            }
        }
        return placed;
    }

    /** Where a medium goes; one that shows another kind than its field says is refused. */
    private static Slot slot(Slot named, Media medium) throws RowRefused {
        var kind = medium.kind();
        var shown = kind == null ? null : slot(kind);
        if (named == Slot.ANY) {
            if (shown != null) {
                return shown;
            }
            var type = medium.contentType();
            return type.startsWith("audio/") ? Slot.AUDIO : type.startsWith("video/") ? Slot.VIDEO : Slot.IMAGE;
        }
        if (shown != null && shown != named) {
            throw new RowRefused("The file named as %s holds %s".formatted(name(named), name(shown)));
        }
        return named;
    }

    private static Slot slot(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> Slot.IMAGE;
            case AUDIO -> Slot.AUDIO;
            case VIDEO -> Slot.VIDEO;
            case SENSORS -> Slot.SENSORS;
        };
    }

    private static String name(Slot slot) {
        return switch (slot) {
            case IMAGE -> "image";
            case AUDIO -> "sound";
            case VIDEO -> "video";
            case SENSORS -> "time series";
            case ANY -> "file";
        };
    }

    private @Nullable String transcript(Incoming.NewPost post) throws RowRefused {
        if (transcript == null) {
            return post.transcript();
        }
        if (post.transcript() != null) {
            throw new RowRefused("The row has both a transcript and a transcript file");
        }
        try {
            if (Files.size(transcript) > LONGEST_TRANSCRIPT) {
                throw new RowRefused("The transcript file is longer than %,d bytes".formatted(LONGEST_TRANSCRIPT));
            }
            return Files.readString(transcript);
        } catch (CharacterCodingException e) {
            throw new RowRefused("The transcript file is not UTF-8");
        } catch (IOException e) {
            throw new RowRefused("The transcript file cannot be read: " + e.getMessage());
        }
    }

    private Ready refused(Incoming.NewPost post, String reason) {
        return new Ready.Refused(number, post.place(), post.id(), reason);
    }

    private static void locate(ImportFolder folder, @Nullable String name, Slot slot, Map<Slot, Path> files)
            throws RowRefused {
        if (name != null) {
            files.put(slot, folder.file(name));
        }
    }
}
