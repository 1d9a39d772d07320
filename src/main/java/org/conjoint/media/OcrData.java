package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Language data of Tesseract in one folder.
 *
 * @param languages as Tesseract names them
 */
record OcrData(Path folder, SortedSet<String> languages) {
    private static final String SUFFIX = ".traineddata";
    /** Finds the direction of a page; holds no language. */
    private static final String ORIENTATION = "osd";

    private static final String ENGLISH = "eng";

    /** The places that are looked at, in their order: the set one alone, or where systems put the data. */
    static List<Path> places(@Nullable String set, @Nullable String environment) {
        if (set != null && !set.isBlank()) {
            return List.of(Path.of(set));
        }
        var places = new ArrayList<Path>();
        if (environment != null && !environment.isBlank()) {
            places.add(Path.of(environment));
        }
        try (var versions = Files.newDirectoryStream(Path.of("/usr/share/tesseract-ocr"))) {
            var found = new ArrayList<Path>();
            versions.forEach(version -> found.add(version.resolve("tessdata")));
            found.sort(java.util.Comparator.reverseOrder());
            places.addAll(found);
        } catch (IOException e) {
            places.add(Path.of("/usr/share/tesseract-ocr/5/tessdata"));
        }
        places.add(Path.of("/usr/share/tessdata"));
        places.add(Path.of("/opt/homebrew/share/tessdata"));
        return places;
    }

    /** The first of these folders that holds a language. */
    static Optional<OcrData> in(List<Path> places) {
        return places.stream()
                .map(OcrData::of)
                .filter(data -> !data.languages.isEmpty())
                .findFirst();
    }

    private static OcrData of(Path folder) {
        var languages = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                languages.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        } catch (IOException e) {
            return new OcrData(folder, new TreeSet<>());
        }
        languages.remove(ORIENTATION);
        return new OcrData(folder, languages);
    }

    /** What a text in this language, a BCP 47 tag, is read with: its own data, else English, else whatever there is. */
    String languageFor(@Nullable String tag) {
        for (var wanted : tag == null ? List.<String>of() : names(Locale.forLanguageTag(tag))) {
            if (languages.contains(wanted)) {
                return wanted;
            }
        }
        return languages.contains(ENGLISH) ? ENGLISH : languages.first();
    }

    private static List<String> names(Locale locale) {
        if (locale.getLanguage().equals("zh")) {
            boolean traditional = locale.getScript().equals("Hant")
                    || List.of("TW", "HK", "MO").contains(locale.getCountry());
            return List.of(traditional ? "chi_tra" : "chi_sim");
        }
        try {
            var language = locale.getISO3Language();
            boolean latin = locale.getScript().equals("Latn");
            return latin ? List.of(language + "_latn", language) : List.of(language);
        } catch (MissingResourceException e) {
            return List.of();
        }
    }
}
