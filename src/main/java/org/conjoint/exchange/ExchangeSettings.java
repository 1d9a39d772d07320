package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may come in over the network.
 *
 * @param uploadLimit bytes of one upload
 * @param folders folders of the server below which imports may be started by path; none unless configured
 * @param split the shares of train, validation and test in exports
 */
@ConfigurationProperties("conjoint.exchange")
public record ExchangeSettings(
        @DefaultValue("8GB") DataSize uploadLimit,
        @DefaultValue List<Path> folders,
        @DefaultValue ExportSplit split) {

    /** Whether an import by path may read there. */
    public boolean allows(Path path) {
        var wanted = real(path);
        return folders.stream().anyMatch(folder -> wanted.startsWith(real(folder)));
    }

    /** Where a path leads in the end, through links; as it is written when there is nothing. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
