package org.conjoint.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/**
 * Analysis for every language alike: Unicode word boundaries, emoji as words of their own, case, accents and widths
 * folded, Chinese, Japanese and Korean as pairs of characters.
 */
final class General extends Analyzer {
    private final boolean singlesToo;

    /** @param singlesToo whether single Chinese, Japanese and Korean characters are terms beside their pairs */
    General(boolean singlesToo) {
        this.singlesToo = singlesToo;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        var pairs = new CJKBigramFilter(new ICUFoldingFilter(words), ALL_SCRIPTS, singlesToo);
        return new TokenStreamComponents(words, pairs);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new ICUFoldingFilter(in);
    }

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
}
