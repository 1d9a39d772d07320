package org.conjoint.discovery;

import org.conjoint.search.SearchIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the index of posts in the data folder. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    SearchIndex postIndex(IndexSettings settings) {
        return SearchIndex.open(settings.data().resolve("index"), Fields.SCHEMA);
    }
}
