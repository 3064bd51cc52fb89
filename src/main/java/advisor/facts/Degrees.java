package advisor.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody wishes a model to be spread, whatever the number of devices.
 *
 * @param expertParallel whether it is said that devices hold whole experts; where groups attend to different streams they do
 *     in any case
 */
public record Degrees(int tensorParallel, int dataParallel, int pipelineStages, boolean expertParallel) {
    /** What is understood, for messages. */
    public static final String ACCEPTED = "tp8, tp2dp4, tp4pp2, tp8ep8";

    private static final int MOST = 4_096;
    private static final Pattern DEGREE =
            Pattern.compile("([Tt][Pp]|[Dd][Pp]|[Pp][Pp]|[Ee][Pp])([1-9]\\d{0,3})[ xX×+,-]*");
    private static final Pattern ALL = Pattern.compile("(?!.*([tdpe])p.*\\1p)(?:" + DEGREE + ")+");

    /** What they look like, as JSON Schema has patterns; too many, and experts beyond a layer, look alike. */
    public static final String PATTERN = "^\\s*" + ALL + "\\s*$";

    /** {@code tp8}, {@code tp2dp4}, {@code tp4-pp2}; each degree once, experts over all devices of a layer or none. */
    public static Optional<Degrees> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (!ALL.matcher(plain).matches()) {
            return Optional.empty();
        }
        int[] degrees = new int[4];
        Matcher degree = DEGREE.matcher(plain);
        while (degree.find()) {
            int kind = List.of("tp", "dp", "pp", "ep").indexOf(degree.group(1));
            degrees[kind] = Integer.parseInt(degree.group(2));
        }
        return of(degrees);
    }

    private static Optional<Degrees> of(int... degrees) {
        int tensor = Math.max(1, degrees[0]);
        int data = Math.max(1, degrees[1]);
        int stages = Math.max(1, degrees[2]);
        boolean dealt = degrees[3] > 1;
        boolean whole = !dealt || degrees[3] == tensor * data;
        long devices = (long) tensor * data * stages;
        return whole && devices <= MOST ? Optional.of(new Degrees(tensor, data, stages, dealt)) : Optional.empty();
    }

    public int devices() {
        return tensorParallel * dataParallel * pipelineStages;
    }

    /** Whether a layout is what was asked for; where nothing is said of experts, they may also be whole. */
    public boolean isMetBy(Layout layout) {
        Layout asked = over(layout.devices());
        return layout.equals(asked) || !expertParallel && layout.equals(asked.withWholeExperts());
    }

    /** Over so many devices, of which it may leave some idle. */
    public Layout over(int devices) {
        return new Layout(devices, tensorParallel, dataParallel, pipelineStages, expertParallel && dataParallel == 1);
    }

    /** As it may be written: {@code tp2dp4}. */
    public String written() {
        StringBuilder text = new StringBuilder("tp").append(tensorParallel);
        text.append(dataParallel > 1 ? "dp" + dataParallel : "");
        text.append(pipelineStages > 1 ? "pp" + pipelineStages : "");
        return text.append(expertParallel ? "ep" + tensorParallel * dataParallel : "")
                .toString();
    }
}
