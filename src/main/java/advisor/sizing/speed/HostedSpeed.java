package advisor.sizing.speed;

import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.ServiceSpeed;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The speed of a hosted service: as it was measured with one stream, and in doubt by as much as such measurements differ. */
public final class HostedSpeed {
    private static final String SPREAD = "hosted/speed-of-";

    private HostedSpeed() {}

    /** The latest that was measured by the day of a request, of the offers of that day. */
    public static Performance of(DeploymentOption service, Request request, Parameters parameters) {
        return service.offers().stream()
                .filter(offer -> offer.model().equals(request.model()))
                .filter(offer -> offer.period().contains(request.asOf()))
                .map(ApiOffer::speed)
                .filter(Objects::nonNull)
                .filter(speed -> !speed.date().isAfter(request.asOf()))
                .max(Comparator.comparing(ServiceSpeed::date))
                .map(speed -> of(speed, parameters.get(SPREAD + speed.of().id()).range()))
                .orElse(Performance.without(Missing.SERVICE_SPEED));
    }

    private static Performance of(ServiceSpeed measured, Interval spread) {
        Double first = measured.firstTokenSeconds();
        return new Performance(
                spread.times(measured.tokensPerSecond()),
                null,
                null,
                first == null ? null : spread.inverse().times(first),
                1,
                first == null ? List.of(Missing.SERVICE_FIRST_TOKEN) : List.of(),
                measured);
    }
}
