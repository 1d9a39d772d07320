package org.conjoint.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;

/** Japanese words in their base form; compounds are taken apart and not kept whole, so that no graph arises. */
final class Japanese extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new JapaneseTokenizer(null, true, true, Mode.SEARCH);
        TokenStream stream = new JapaneseBaseFormFilter(words);
        stream = new JapanesePartOfSpeechStopFilter(stream, JapaneseAnalyzer.getDefaultStopTags());
        stream = new StopFilter(stream, CharArraySet.unmodifiableSet(JapaneseAnalyzer.getDefaultStopSet()));
        stream = new JapaneseKatakanaStemFilter(stream);
        return new TokenStreamComponents(words, new ICUFoldingFilter(stream));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new ICUFoldingFilter(in);
    }
}
