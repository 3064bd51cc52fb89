package advisor.request;

import static advisor.request.FieldTypes.amount;
import static advisor.request.FieldTypes.assumptions;
import static advisor.request.FieldTypes.choice;
import static advisor.request.FieldTypes.country;
import static advisor.request.FieldTypes.currency;
import static advisor.request.FieldTypes.date;
import static advisor.request.FieldTypes.degrees;
import static advisor.request.FieldTypes.model;
import static advisor.request.FieldTypes.number;
import static advisor.request.FieldTypes.offers;
import static advisor.request.FieldTypes.options;
import static advisor.request.FieldTypes.share;
import static advisor.request.FieldTypes.wholeNumber;
import static advisor.request.Levers.carryingTheDay;
import static advisor.request.Levers.doubledTo;
import static advisor.request.Levers.halved;
import static advisor.request.Levers.loweredToReached;
import static advisor.request.Levers.raisedTo;
import static advisor.request.Levers.raisedToNeeded;
import static advisor.request.Levers.raisedToPrice;
import static advisor.request.Levers.toAnyOther;
import static advisor.request.Levers.toLaterDays;
import static advisor.request.Levers.towardsFirst;
import static advisor.request.Levers.towardsLast;
import static advisor.request.Levers.where;

import advisor.facts.Degrees;
import advisor.facts.Fp8Demand;
import advisor.facts.KvFormat;
import advisor.facts.Lens;
import advisor.facts.OnlyOffers;
import advisor.facts.Preset;
import advisor.facts.Privacy;
import advisor.facts.Request;
import advisor.facts.Sanctions;
import advisor.facts.law.Buyer;
import advisor.facts.model.PrecisionFloor;
import advisor.facts.offer.Billing;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.request.RequestField.Place;
import advisor.text.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of all fields of a request. Model, lens, buyer and jurisdiction have no lever: nobody moves a company for a
 * card. Up to the largest numbers, bytes and amounts of money stay within 64 bits.
 */
final class RequestTable {
    private static final RequestField.Rows TABLE = new RequestField.Rows();

    static final int MOST_ASKED_STREAMS = 100_000;

    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_PEOPLE = 100_000_000;
    private static final int MOST_PEAK = 100;

    static final RequestField<String> MODEL = TABLE.row("model", model(), Request::model)
            .asked(Place.MODEL, "Model of the catalog", "目录中的模型")
            .help(
                    "Model to run, as listed by \"advisor models\", or the path of its config.json, folder or .gguf file;"
                            + " several side by side as any-of:ID,ID.",
                    "要运行的模型：advisor models 中的 id，或其 config.json、文件夹、.gguf 文件的路径；并列比较多个：any-of:ID,ID。");

    static final RequestField<LocalDate> AS_OF = TABLE.row("as-of", date(), Request::asOf)
            .asked(Place.VIEW, "As known on (today if empty)", "评估日期（空为今天）")
            .help("Day of the assessment; default: today (UTC).", "评估日期；默认今天（UTC）。")
            .lever(13, toLaterDays())
            .said("later", "wait for {1}, or ask as of that day instead of {0}", "等到 {1}，或以该日（而非 {0}）为评估日");

    static final RequestField<Preset> PRESET = TABLE.row("preset", choice(Preset.class), Request::preset)
            .absent(Preset.NONE)
            .derived("waits", "promptTokens", "outputTokens", "contextTokens")
            .asked(Place.LOAD, "Used for", "用途")
            .choice(Preset.NONE, "lengths as given", "按给定长度")
            .choice(Preset.CHAT, "chat", "对话")
            .choice(Preset.RAG, "answers from documents", "检索问答")
            .choice(Preset.CODE, "help with code", "编程辅助")
            .choice(Preset.AGENT, "agents", "智能体")
            .choice(Preset.BATCH, "batches, nobody waits", "批处理，无人等待")
            .choice(Preset.REASONING, "answers after long thought", "长思考推理")
            .help(
                    "Use, which sets the lengths that are not given and whether anybody waits; default: %s.",
                    "用途，决定未给出的长度以及是否有人等待；默认 %s。");

    static final RequestField<Integer> USERS = TABLE.row("users", wholeNumber(MOST_PEOPLE), Request::users)
            .derived("streams", "requestsPerDay")
            .asked(Place.LOAD, "Users, instead of streams", "用户数（代替并发路数）")
            .help(
                    "People who may ask, instead of --streams: they give the busiest time and, unless --requests-per-day"
                            + " does, the volume.",
                    "可能提问的人数，代替 --streams，决定最忙时的负载；未给出 --requests-per-day 时也决定总量。")
            .lever(5, carryingTheDay(halved()))
            .said("half", "halve the users, from {0} to {1}", "用户数减半，从 {0} 人减至 {1} 人")
            .said("less", "serve {1} users instead of {0}", "用户数从 {0} 人减至 {1} 人");

    static final RequestField<Double> ACTIVE_SHARE = TABLE.row("active-share", share(), Request::activeShare)
            .derived("streams")
            .asked(Place.MORE, "Share of users answered at once", "同时在用的用户比例")
            .help(
                    "Share of the users who are answered at once when most ask; else as their requests of a day make it.",
                    "最忙时同时得到回答的用户比例；未给出则由每日请求数推得。");

    static final RequestField<Integer> REQUESTS_PER_DAY = TABLE.row(
                    "requests-per-day", wholeNumber(MOST_PEOPLE), Request::requestsPerDay)
            .derived("streams")
            .asked(Place.LOAD, "Requests a day", "每日请求数")
            .help(
                    "Requests of a day, which give the volume; alone, the busiest time too.",
                    "每日请求数，决定总量；单独给出时也决定最忙时的负载。")
            .lever(5, halved())
            .said("half", "halve the requests of a day, from {0} to {1}", "每日请求数减半，从 {0} 减至 {1}")
            .said("less", "serve {1} requests a day instead of {0}", "每日请求数从 {0} 减至 {1}");

    static final RequestField<Double> PEAK_FACTOR = TABLE.row("peak-factor", number(1, MOST_PEAK), Request::peakFactor)
            .derived("streams")
            .asked(Place.MORE, "Busiest time over the mean of the day", "高峰与全天均值之比")
            .help(
                    "Requests of the busiest time over the mean of the day; else load/peak-factor.",
                    "高峰请求率与全天均值之比；未给出取 load/peak-factor。");

    static final RequestField<Integer> STREAMS = TABLE.row("streams", wholeNumber(MOST_ASKED_STREAMS), Request::streams)
            .absent(16)
            .asked(Place.LOAD, "Streams", "并发路数")
            .help("Answers generated at the same time; default: %s.", "同时生成的回答数；默认 %s。")
            .lever(5, where(request -> request.users() == null && request.requestsPerDay() == null, halved()))
            .said("half", "halve the streams, from {0} to {1}", "并发减半，从 {0} 路减至 {1} 路")
            .said("less", "serve {1} streams instead of {0}", "并发从 {0} 路减至 {1} 路");

    static final RequestField<Integer> PROMPT_TOKENS = TABLE.row(
                    "prompt-tokens", wholeNumber(MOST_TOKENS), Request::promptTokens)
            .absent(4096)
            .derived("contextTokens")
            .asked(Place.LOAD, "Prompt tokens", "提示词 token")
            .help("Tokens of a prompt; default: %s.", "每个提示词的 token 数；默认 %s。")
            .lever(5, halved())
            .said("half", "halve the prompts, from {0} to {1} tokens", "提示词减半，从 {0} 减至 {1} 个 token")
            .said("less", "keep prompts to {1} tokens instead of {0}", "提示词从 {0} 减至 {1} 个 token");

    static final RequestField<Integer> OUTPUT_TOKENS = TABLE.row(
                    "output-tokens", wholeNumber(MOST_TOKENS), Request::outputTokens)
            .absent(1024)
            .derived("contextTokens")
            .asked(Place.LOAD, "Answer tokens", "回答 token")
            .help("Tokens of an answer; default: %s.", "每个回答的 token 数；默认 %s。")
            .lever(5, halved())
            .said("half", "halve the answers, from {0} to {1} tokens", "回答减半，从 {0} 减至 {1} 个 token")
            .said("less", "keep answers to {1} tokens instead of {0}", "回答从 {0} 减至 {1} 个 token");

    static final RequestField<Double> PREFIX_CACHE_SHARE = TABLE.row(
                    "prefix-cache-share", number(0, 1).labelled("SHARE"), Request::prefixCacheShare)
            .derived(
                    "lowTimeToFirstTokenSeconds",
                    "likelyTimeToFirstTokenSeconds",
                    "timeToFirstTokenSeconds",
                    "keptSessionShare")
            .asked(Place.MORE, "Share of the prompt seen before", "提示词中见过的比例")
            .help(
                    "Share of the prompt tokens that were seen before; else load/cached-input-share.",
                    "提示词 token 中此前见过的比例；未给出取 load/cached-input-share。");

    static final RequestField<Double> MIN_SPEED = TABLE.row("min-speed", number(), Request::minTokensPerSecond)
            .property("minTokensPerSecond")
            .asked(Place.MORE, "Speed wanted for each, tokens/s", "每路速度下限，token/s")
            .help("Least tokens a second of one answer.", "每个回答每秒至少的 token 数。")
            .lever(4, loweredToReached(FieldFigures::speeds))
            .said("less", "accept {1} tokens/s for each answer instead of {0}", "每路速度要求从 {0} 降至 {1} token/s");

    static final RequestField<Double> MAX_FIRST_TOKEN = TABLE.row(
                    "max-first-token", number().labelled("SECONDS"), Request::maxFirstTokenSeconds)
            .property("maxFirstTokenSeconds")
            .asked(Place.MORE, "Longest wait for the first token, s", "首 token 等待上限，秒")
            .help("Longest wait for the first token of an answer.", "回答首个 token 的最长等待。")
            .lever(4, raisedToNeeded(FieldFigures::waits))
            .said("more", "wait up to {1} s for the first token instead of {0}", "首 token 等待上限从 {0} 秒放宽至 {1} 秒");

    static final RequestField<Money> BUDGET = TABLE.row("budget", amount(), Request::budget)
            .derived("currency", "overBudgetShare", "monthsPaid")
            .masked()
            .asked(Place.MONEY, "Budget", "预算")
            .help("3000000CNY, 300w, ¥300万, $400k …", "3000000CNY、300w、¥300万、$400k……")
            .lever(1, raisedToPrice(FieldFigures::prices))
            .said("more", "raise the budget by {2}, to {1}", "预算增加 {2}，至 {1}");

    static final RequestField<Currency> CURRENCY = TABLE.row("currency", currency(), Request::currencyAsked)
            .property("currencyAsked")
            .derived("currency")
            .asked(Place.MONEY, "Answer in", "答复币种")
            .help("Currency of the answer: EUR, USD, CNY …; else that of the budget.", "答复所用货币：EUR、USD、CNY……；未给出则同预算。");

    static final RequestField<Integer> HORIZON = TABLE.row(
                    "horizon", wholeNumber(1, 1_200, 36).labelled("MONTHS"), Request::horizonMonths)
            .property("horizonMonths")
            .json("horizonMonths")
            .absent(36)
            .asked(Place.MORE, "Months of use", "使用期（月）")
            .help("Months of use; default: %s.", "使用月数；默认 %s。")
            .lever(6, halved())
            .lever(6, doubledTo(120))
            .said("less", "shorten the horizon from {0} to {1} months", "使用期从 {0} 个月缩短至 {1} 个月")
            .said("more", "lengthen the horizon from {0} to {1} months", "使用期从 {0} 个月延长至 {1} 个月");

    static final RequestField<Billing> BILLING = TABLE.row("billing", choice(Billing.class), Request::billing)
            .absent(Billing.ALWAYS_ON)
            .asked(Place.MORE, "Rented hours that are paid", "租用计费时段")
            .choice(Billing.ALWAYS_ON, "all hours", "全部时段")
            .choice(Billing.WORKING_HOURS, "working hours", "工作时段")
            .choice(Billing.SCALE_TO_ZERO, "only while in use", "仅有请求时")
            .help("Which hours of a rented machine are paid; default: %s.", "租用机器按哪些小时付费：始终开机、工作时间、按需启停；默认 %s。")
            .lever(11, toAnyOther(Billing.class))
            .said("always-on", "pay a rented machine for all hours", "租用的机器按全部时段付费")
            .said("working-hours", "pay a rented machine for working hours only", "租用的机器只付工作时段")
            .said("scale-to-zero", "pay a rented machine only while somebody asks", "租用的机器只付有请求的时段");

    static final RequestField<PrecisionFloor> PRECISION_FLOOR = TABLE.row(
                    "precision-floor", choice(PrecisionFloor.class), Request::precisionFloor)
            .absent(PrecisionFloor.ANY)
            .asked(Place.MORE, "Coarsest weights", "权重格式下限")
            .choice(PrecisionFloor.ANY, "any", "任意")
            .choice(PrecisionFloor.FOUR_BIT, "4 bits", "4 位")
            .choice(PrecisionFloor.INT8, "8 bits", "8 位")
            .choice(PrecisionFloor.NATIVE, "as published", "与发布格式相同")
            .help("Least faithful weights accepted; default: %s.", "可接受的最低权重精度；默认 %s。")
            .lever(7, towardsLast(PrecisionFloor.class))
            .said("int8", "accept 8-bit weights", "接受 8 位权重")
            .said("4bit", "accept 4-bit weights", "接受 4 位权重")
            .said("any", "accept weights of any format, below 4 bits too", "接受任意格式的权重，包括低于 4 位的");

    static final RequestField<String> JURISDICTION = TABLE.row("jurisdiction", country(), Request::jurisdiction)
            .derived("country", "letsDataGoTo", "inEea", "silentOnBorders")
            .asked(Place.CONSTRAINTS, "Country", "国家或地区")
            .help("Country of the buyer: CN, DE, US …", "买方所在国家：CN、DE、US……");

    static final RequestField<String> PARENT = TABLE.row("parent", country(), Request::parent)
            .derived("parentCountry")
            .asked(Place.MORE, "Seat of the ultimate parent", "最终母公司所在地")
            .help(
                    "Country where the buyer's ultimate parent has its seat, if another: export law goes by both.",
                    "买方最终母公司所在国家（与买方不同时）：出口管制两者都看。");

    static final RequestField<Buyer> BUYER = TABLE.row("buyer", choice(Buyer.class), Request::buyer)
            .absent(Buyer.PRIVATE)
            .asked(Place.CONSTRAINTS, "Buyer", "采购方")
            .choice(Buyer.PRIVATE, "private", "民营企业")
            .choice(Buyer.STATE_FUNDED, "state-funded", "国有或财政资金")
            .choice(Buyer.MULTINATIONAL, "multinational", "跨国企业")
            .help("Default: %s.", "买方类型：民营、国有出资、跨国；默认 %s。");

    static final RequestField<Privacy> PRIVACY = TABLE.row("privacy", choice(Privacy.class), Request::privacy)
            .absent(Privacy.UNSAID)
            .derived("letsDataGoTo", "silentOnBorders")
            .asked(Place.CONSTRAINTS, "Where data may go", "数据可去何处")
            .choice(Privacy.ANY, "anywhere, abroad too", "不限，可出境")
            .choice(Privacy.EEA, "within the EEA", "欧洲经济区内")
            .choice(Privacy.IN_COUNTRY, "within the country", "不出境")
            .choice(Privacy.ON_PREMISES, "on premises only", "不出本单位")
            .choice(Privacy.UNSAID, "not said", "未说明")
            .help("Where data may go; without it no border is crossed. Default: %s.", "数据可以去哪里；未说明则不得出境。默认 %s。")
            .lever(9, where(request -> request.privacy() != Privacy.UNSAID, towardsFirst(Privacy.class)))
            .lever(
                    9,
                    (present, scope) ->
                            present == Privacy.UNSAID ? Stream.of(List.of(Ids.of(Privacy.ANY))) : Stream.empty())
            .said("eea", "let the data leave the country, though not the EEA", "允许数据出境，但不出欧洲经济区")
            .said("in-country", "let the data leave the premises, though not the country", "允许数据离开本单位，但不出境")
            .said("any", "let the data go anywhere, abroad too", "允许数据去往任何地方，包括境外");

    static final RequestField<Warranty> WARRANTY = TABLE.row("warranty", choice(Warranty.class), Request::warranty)
            .absent(Warranty.NONE)
            .asked(Place.MORE, "Warranty", "保修")
            .choice(Warranty.NONE, "not needed", "不要求")
            .choice(Warranty.DEALER, "dealer's or better", "经销商保修及以上")
            .choice(Warranty.MANUFACTURER, "manufacturer's", "原厂保修")
            .help("Least warranty accepted.", "可接受的最低保修。")
            .lever(8, towardsFirst(Warranty.class))
            .said("dealer", "accept goods with a dealer's warranty instead of the manufacturer's", "接受只有经销商保修、没有原厂保修的货")
            .said("none", "accept goods without any warranty", "接受没有任何保修的货");

    static final RequestField<Sanctions> SANCTIONS = TABLE.row("sanctions", choice(Sanctions.class), Request::sanctions)
            .absent(Sanctions.COMPLY)
            .asked(Place.MORE, "Export control", "出口管制")
            .choice(Sanctions.COMPLY, "comply", "遵守")
            .choice(Sanctions.REPORT, "report only", "仅提示")
            .help(
                    "Refuse embargoed parts, or merely report them; default: %s.",
                    "受禁部件直接排除（comply）还是只作提示（report）；默认 %s。")
            .lever(12, towardsLast(Sanctions.class))
            .said(
                    "report",
                    "have export control merely reported: that permits nothing, the control stands",
                    "只报告、不执行出口管制：这不构成任何许可，管制依然有效");

    static final RequestField<Fp8Demand> FP8 = TABLE.row("fp8", choice(Fp8Demand.class), Request::fp8)
            .absent(Fp8Demand.ANY)
            .asked(Place.MORE, "FP8 units", "FP8 单元")
            .choice(Fp8Demand.ANY, "not needed", "不要求")
            .choice(Fp8Demand.NATIVE, "required", "必须有")
            .help("Whether FP8 must be native; default: %s.", "是否必须原生 FP8；默认 %s。")
            .lever(10, towardsFirst(Fp8Demand.class))
            .said("any", "do without native FP8", "不要求原生 FP8");

    static final RequestField<Double> MAX_POWER_KW = TABLE.row(
                    "max-power-kw", number().labelled("KW"), Request::maxPowerKilowatts)
            .property("maxPowerKilowatts")
            .masked()
            .asked(Place.MORE, "Power for the machines, kW", "可供机器的功率，kW")
            .help("Power for the machines with their hosts; cooling of the room not counted.", "可供机器（含主机）的功率，不含机房制冷。")
            .lever(3, raisedToNeeded(FieldFigures::kilowatts))
            .said("more", "provide {1} kW of power for the machines instead of {0}", "可供机器的功率从 {0} kW 提高至 {1} kW");

    static final RequestField<Integer> MAX_NODES = TABLE.row("max-nodes", wholeNumber(1_000_000), Request::maxNodes)
            .masked()
            .asked(Place.MORE, "Most nodes", "节点数上限")
            .help("Most servers accepted.", "最多接受的服务器台数。")
            .lever(2, raisedTo(candidate -> candidate.option().nodes()))
            .said("more", "allow {1} servers instead of {0}", "节点数上限从 {0} 放宽至 {1}");

    static final RequestField<Double> MEMORY_SHARE = TABLE.row("memory-share", share(), Request::memoryShare)
            .asked(Place.MORE, "Share of device memory for the engine", "引擎可用的显存比例")
            .help(
                    "Share of a device's memory that the engine may fill (gpu-memory-utilization, mem-fraction-static);"
                            + " else its own default.",
                    "引擎可占用的显存比例（gpu-memory-utilization、mem-fraction-static）；未给出取引擎默认值。");

    static final RequestField<KvFormat> KV_FORMAT = TABLE.row("kv-format", choice(KvFormat.class), Request::kvFormat)
            .absent(KvFormat.BF16)
            .asked(Place.MORE, "Format of the cache", "KV 缓存格式")
            .choice(KvFormat.BF16, "16 bits", "16 位")
            .choice(KvFormat.FP8, "8 bits", "8 位")
            .help("Number format of the cache; default: %s.", "KV 缓存的数值格式；默认 %s。")
            .lever(4, towardsLast(KvFormat.class))
            .said("fp8", "keep the cache in 8 bits, where the engine can", "KV 缓存改用 8 位（引擎须支持）");

    static final RequestField<Degrees> LAYOUT = TABLE.row("layout", degrees(), Request::layout)
            .asked(Place.MORE, "Layout over devices", "多卡布局")
            .help(
                    "Layout where a machine has so many devices: tp8, tp2dp4, tp4pp2, tp8ep8 …; else the best.",
                    "卡数相符时采用的布局：tp8、tp2dp4、tp4pp2、tp8ep8……；未给出取最佳。");

    static final RequestField<Integer> BATCHED_TOKENS = TABLE.row(
                    "batched-tokens", wholeNumber(1_000_000), Request::batchedTokens)
            .asked(Place.MORE, "Tokens of one step", "单步 token 数")
            .help(
                    "Tokens that the engine takes into one step (max-num-batched-tokens, chunked-prefill-size);"
                            + " else its own default.",
                    "引擎单步处理的 token 数（max-num-batched-tokens、chunked-prefill-size）；未给出取引擎默认值。");

    static final RequestField<Integer> SPECULATIVE_TOKENS = TABLE.row(
                    "speculative-tokens", wholeNumber(0, 8, 1), Request::speculativeTokens)
            .absent(0)
            .asked(Place.MORE, "Tokens guessed ahead (MTP)", "推测解码 token 数（MTP）")
            .help(
                    "Tokens that the model's own module guesses ahead of each step (num_speculative_tokens), where model"
                            + " and engine can; default: %s.",
                    "模型自带 MTP 模块每步预测的 token 数（num_speculative_tokens），模型与引擎支持时生效；默认 %s。");

    static final RequestField<Lens> LENS = TABLE.row("lens", choice(Lens.class), Request::lens)
            .absent(Lens.EVIDENCE)
            .asked(Place.VIEW, "Lens", "视角")
            .choice(Lens.EVIDENCE, "evidence: the honest advice", "证据：如实建议")
            .choice(Lens.FOUNDING, "founding documents to the letter", "原始文档：照其字面")
            .help("Whose judgement; default: %s.", "采用谁的判断：证据（evidence）或原始文档（founding）；默认 %s。");

    static final RequestField<SortedMap<String, Double>> ASSUME = TABLE.row(
                    "assume", assumptions(), Request::assumptions)
            .property("assumptions")
            .asked(Place.MORE, "Assumptions set otherwise", "另设的假设")
            .help(
                    "Assume otherwise than the catalog, as in cost/busy-share=0.1; repeatable.",
                    "以别的数值代替目录中的假设，如 cost/busy-share=0.1；可重复。");

    static final RequestField<List<StatedOffer>> OWN = TABLE.row(
                    "own", offers(true), request -> orNothing(request.own()))
            .asked(Place.OFFERS, "My machine", "自有机器")
            .help(
                    "A machine that you have: \"8 x nvidia-a100-sxm4-80gb, worth 40万\"; repeatable.",
                    "已有的机器，如 \"8 x nvidia-a100-sxm4-80gb, 值 40万\"；可重复。");

    static final RequestField<List<StatedOffer>> QUOTE = TABLE.row(
                    "quote", offers(false), request -> orNothing(request.quotes()))
            .property("quotes")
            .asked(Place.OFFERS, "My quote", "收到的报价")
            .help(
                    "A machine that you were quoted: \"8 x nvidia-h20-141gb, 110万, manufacturer warranty, dealer\"; repeatable.",
                    "收到的报价，如 \"8 x nvidia-h20-141gb, 110万, 原厂保修, 经销商渠道\"；可重复。");

    static final RequestField<StatedOffer.InFull> OFFERS = TABLE.row("offers", options(), Request::offered)
            .property("offered")
            .asked(Place.OFFERS, "Options in full (YAML)", "完整方案（YAML）")
            .help(
                    "Your machines and quotes: a table (CSV, XLSX), a request file, or options in the shape of the"
                            + " catalog's (YAML).",
                    "自有机器与报价：表格（CSV、XLSX）、请求文件，或与目录同形的方案（YAML）。");

    static final RequestField<OnlyOffers> ONLY_OFFERS = TABLE.row(
                    "only-offers", choice(OnlyOffers.class), Request::onlyOffers)
            .absent(OnlyOffers.NO)
            .asked(Place.OFFERS, "Judge", "评判范围")
            .choice(OnlyOffers.NO, "mine and the catalog's", "自有、报价与目录方案")
            .choice(OnlyOffers.YES, "mine alone", "仅自有与报价")
            .help("Judge your machines and quotes alone; default: %s.", "只评判自有机器与报价；默认 %s。");

    private RequestTable() {}

    private static @Nullable List<StatedOffer> orNothing(List<StatedOffer> offers) {
        return offers.isEmpty() ? null : offers;
    }

    static List<RequestField<?>> rows() {
        return TABLE.rows();
    }
}
