package org.conjoint.media.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SensorLanesTest {

    @TempDir
    Path folder;

    @Test
    void few_rows_are_kept_as_they_are_with_their_units_and_gaps() throws Exception {
        var lanes = lanes("t_ms,speed [km/h],heart rate\n0,12.5,80\n500,,81\n1500,NaN,1.0e2\n");
        assertThat(lanes).isEqualTo(JsonMapper.shared().readTree("""
                {"version":1,"rows":3,"duration_ms":1500,"times_ms":[0,500,1500],"lanes":[
                 {"name":"speed","unit":"km/h","low":[12.5,null,null],"high":[12.5,null,null]},
                 {"name":"heart rate","low":[80,81,100],"high":[80,81,100]}]}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t_ms,x\n0,1\n250,2\n",
                "t_s,x\n0,1\n0.25,2\n",
                "time,x\n0,1\n0.25,2\n",
                "time,x\n2026-11-03T17:25:00Z,1\n2026-11-03T17:25:00.250Z,2\n",
                "time,x\r\n2026-11-03 17:25:00,1\r\n2026-11-03 17:25:00.25,2\r\n",
                "\uFEFFt_s,x\n0,1\n\n0.25,2\n"
            })
    void the_first_column_tells_the_time_by_its_name(String csv) throws Exception {
        assertThat(lanes(csv).get("times_ms").toString()).isEqualTo("[0,250]");
    }

    @Test
    void many_rows_are_groups_with_their_lowest_and_highest_value() throws Exception {
        var csv = new StringBuilder("t_ms,x,y\n");
        for (int i = 0; i < 100_000; i++) {
            csv.append("%d,%d,%s%n".formatted(10 * i, i == 54_321 ? 7 : i % 2, i < 50_000 ? "" : "3"));
        }
        var lanes = lanes(csv.toString());
        assertThat(lanes.get("times_ms")).hasSize(2000);
        assertThat(lanes.get("times_ms").get(1).asInt()).isEqualTo(500);
        assertThat(lanes.get("duration_ms").asInt()).isEqualTo(999_990);
        var x = lanes.get("lanes").get(0);
        assertThat(x.get("low").get(1086).asInt()).isZero();
        assertThat(x.get("high").get(1086).asInt()).isEqualTo(7);
        assertThat(x.get("high").get(1085).asInt()).isEqualTo(1);
        var y = lanes.get("lanes").get(1);
        assertThat(y.get("low").get(999).isNull()).isTrue();
        assertThat(y.get("low").get(1000).asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file has no header row",
                "when,x;0,1|Line 1: the first column is t_ms (milliseconds), t_s (seconds) or time (seconds or ISO 8601), not “when”",
                "t_ms;0|Line 1: there is no column of values beside the time",
                "t_ms,a,b,c,d,e,f,g,h,i,j,k,l,m;0|Line 1: there are 13 columns of values, and at most 12 are shown",
                "t_ms,a,a [km];0,1,2|Line 1: two columns are called “a”",
                "t_ms,[km];0,1|Line 1: a column's name has 1 to 60 characters",
                "t_ms,x;0,1;5,2;4,3|Line 4: the time goes back, to “4”",
                "t_ms,x;0,1;x,2|Line 3: “x” is no time",
                "t_ms,x;-1,1|Line 2: “-1” is no time from the beginning on",
                "t_s,x;0,1;61,2|Line 3: the time is after the 60 seconds that are taken",
                "t_ms,x;0,1;1,fast|Line 3: “fast” in the column x is no number",
                "t_ms,x;0,1;1|Line 3: there are 1 cells and 2 columns",
                "t_ms,x;0,;1,NaN|No row has a number beside its time",
                "t_ms,x|No row has a number beside its time"
            })
    void what_is_no_time_series_is_refused_with_the_line(String csv, String reason) throws Exception {
        var file = Files.writeString(folder.resolve("bad.csv"), csv.replace(';', '\n'));
        assertThatThrownBy(() -> SensorLanes.read(file, 60))
                .isInstanceOf(SensorRefused.class)
                .hasMessage(reason);
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws Exception {
        var file = Files.write(folder.resolve("latin.csv"), "t_ms,größe\n0,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SensorLanes.read(file, 60))
                .isInstanceOf(SensorRefused.class)
                .hasMessage("The file is not UTF-8");
    }

    private JsonNode lanes(String csv) throws Exception {
        var file = Files.writeString(folder.resolve("lanes.csv"), csv);
        var json = folder.resolve("lanes.json");
        SensorLanes.read(file, 3600).write(json);
        return JsonMapper.shared().readTree(Files.readString(json));
    }
}
