package org.conjoint.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reading text in pictures.
 *
 * @param data folder with Tesseract's {@code *.traineddata}; absent to look where systems put it
 * @param patience how long one who asks waits before being told that it is still being read
 */
@ConfigurationProperties("conjoint.ocr")
record OcrProperties(
        @Nullable String data, @DefaultValue("2s") Duration patience) {}
