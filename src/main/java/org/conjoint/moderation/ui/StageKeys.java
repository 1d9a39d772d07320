package org.conjoint.moderation.ui;

import org.conjoint.ui.KeyMap;

/** The keys of the stage; the page acts on them itself. */
final class StageKeys {

    private StageKeys() {}

    /** Playing and looking closer. @param scope the heading under which they are listed */
    static void look(KeyMap keys, String scope) {
        keys.bindInPage(scope, "stage.play", "p", "Play or pause", "play")
                .bindInPage(scope, "stage.play-too", " ", "Play or pause", "play")
                .bindInPage(scope, "stage.back", "arrowleft", "2 seconds back", "back")
                .bindInPage(scope, "stage.forward", "arrowright", "2 seconds on", "forward")
                .bindInPage(scope, "stage.cue-back", ",", "The cue before", "cue-back")
                .bindInPage(scope, "stage.cue-forward", ".", "The next cue", "cue-forward")
                .bindInPage(scope, "stage.frame-back", "5", "One picture of the video back", "frame-back")
                .bindInPage(scope, "stage.frame-forward", "6", "One picture of the video on", "frame-forward")
                .bindInPage(scope, "stage.loop", "l", "Play again and again, or not", "loop")
                .bindInPage(scope, "stage.slower", "<", "Slower", "slower")
                .bindInPage(scope, "stage.faster", ">", "Faster", "faster")
                .bindInPage(scope, "stage.spectrogram", "k", "Spectrogram, or waveform", "spectrogram")
                .bindInPage(scope, "stage.nearer", "+", "Nearer to the picture", "zoom-in")
                .bindInPage(scope, "stage.farther", "-", "Farther from the picture", "zoom-out")
                .bindInPage(scope, "stage.fit", "0", "The whole picture, or its full size", "fit")
                .bindInPage(scope, "stage.written", "w", "Text in the picture", "written")
                .bindInPage(scope, "stage.blur", "x", "Blur the picture, or not", "blur")
                .bindInPage(scope, "stage.reveal", "h", "Lift the blur while it is held", "reveal")
                .bindInPage(scope, "stage.mute", "m", "Sound off, or on", "mute");
    }

    /** Pointing at words, places and seconds. */
    static void point(KeyMap keys) {
        var scope = "Point at";
        keys.bindInPage(scope, "evidence.link", "e", "Link what is selected; begin or end a link", "link")
                .bindInPage(
                        scope, "evidence.text", "a", "Words: arrows choose, Shift takes more, Enter links", "mark-text")
                .bindInPage(
                        scope, "evidence.box", "g", "A box in the picture: arrows move, with Shift size it", "mark-box")
                .bindInPage(
                        scope,
                        "evidence.outline",
                        "o",
                        "An outline in the picture: Space sets a corner",
                        "mark-outline")
                .bindInPage(
                        scope,
                        "evidence.interval",
                        "i",
                        "A stretch of sound: once at its start, once at its end",
                        "mark-interval")
                .bindInPage(scope, "evidence.next", "]", "The next link", "link-next")
                .bindInPage(scope, "evidence.previous", "[", "The link before", "link-previous")
                .bindInPage(scope, "evidence.relation", "d", "How the parts of the link relate", "link-relation")
                .bindInPage(scope, "evidence.drop", "delete", "Delete the link in hand", "link-drop")
                .bindInPage(scope, "evidence.undo", "ctrl+z", "Undo", "evidence-undo")
                .bindInPage(scope, "evidence.redo", "ctrl+y", "Redo", "evidence-redo");
    }
}
