package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.conjoint.media.worker.Av.AvException;

/** Chooses how a file is decoded, by what its bytes turn out to be. */
final class Decoder {

    private Decoder() {}

    /** Never throws for a bad file: whatever it holds is decoded or refused. */
    static MediaReply run(WorkerJob job) throws IOException {
        return switch (job) {
            case MediaJob media -> run(media);
            case SpectrogramJob sound -> Spectrogram.draw(sound);
            case TextJob text -> PictureText.read(text);
        };
    }

    private static MediaReply run(MediaJob job) throws IOException {
        try {
            return job.sniffed().equals("image/svg+xml") ? SvgImage.decode(job) : decode(job);
        } catch (Refusal e) {
            return e.reply();
        } catch (AvException e) {
            return new MediaReply.Refused(
                    "unreadable",
                    "The file looks like %s, but could not be decoded (%s).".formatted(job.sniffed(), e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new MediaReply.Refused("too_large", "Decoding it needs more memory than a decoder may use.");
        }
    }

    private static MediaReply decode(MediaJob job) throws Refusal, AvException, IOException {
        try (var source = Source.open(job)) {
            if (source.isStill()) {
                return StillImage.decode(source);
            }
            if (source.isHeif()) {
                return HeifImage.decode(source);
            }
            if (source.isMoving()) {
                return MovingImage.decode(source);
            }
            if (job.extent() != MediaJob.Extent.PROBE || !source.saysEnough()) {
                source.inspect();
            }
            var video = source.best(AVMEDIA_TYPE_VIDEO);
            var sound = source.best(AVMEDIA_TYPE_AUDIO);
            if (video != null && video.codecpar().width() > 0) {
                return source.isIcon() ? IconImage.decode(source) : Video.decode(source, video, sound);
            }
            if (sound == null) {
                throw Refusal.unreadable(job.sniffed());
            }
            return job.extent() == MediaJob.Extent.PROBE ? Sound.probed(source) : Sound.decode(source, sound);
        }
    }
}
