/* Draws what stands in the tables beneath. Lines differ by dashes and signs and bars by patterns as well as by colour. */
(() => {
  "use strict";
  // The content policy lets nobody write style attributes; setting the same through the style object is allowed.
  const write = Element.prototype.setAttribute;
  SVGElement.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else write.call(this, name, value);
  };

  const COLOURS = ["#6b2fa0", "#c2570c", "#0b6e75", "#7a5c00", "#94235c", "#3a4fb0"];
  const DASHES = ["solid", "dashed", "dotted"];
  const SIGNS = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];
  const INK = "#182433";
  const PALE = "#56606e";
  const FONT = getComputedStyle(document.body).fontFamily;

  const printer = spec => {
    const format = new Intl.NumberFormat(spec.language === "en" ? "en-GB" : "vi-VN",
      { minimumFractionDigits: spec.decimals, maximumFractionDigits: spec.decimals });
    return value => value === null || value === undefined || value === "-" ? "–" : format.format(value);
  };

  const common = (spec, print) => ({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: 12 },
    color: COLOURS,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    tooltip: { renderMode: "richText", confine: true, trigger: "axis", valueFormatter: print },
    legend: { top: 0, left: 0, textStyle: { color: INK }, show: spec.series.length > 1 },
    grid: { left: 8, right: 24, top: spec.series.length > 1 ? 40 : 24, bottom: 8, containLabel: true },
  });

  const values = (spec, print) => ({
    type: "value",
    name: spec.unit,
    nameTextStyle: { color: PALE, align: "left" },
    axisLabel: { color: INK, formatter: value => new Intl.NumberFormat(spec.language === "en" ? "en-GB" : "vi-VN").format(value) },
    splitLine: { lineStyle: { color: "#e3e7ec" } },
  });

  const names = spec => ({ type: "category", data: spec.labels, axisLabel: { color: INK, hideOverlap: true }, axisTick: { show: false } });

  const lines = (spec, print) => ({
    ...common(spec, print),
    xAxis: names(spec),
    yAxis: { ...values(spec, print), scale: true },
    series: spec.series.map((one, i) => one.goal
      ? { name: one.name, type: "line", data: one.values, connectNulls: true, symbol: "diamond", symbolSize: 10,
          lineStyle: { type: "dashed", width: 2, color: PALE }, itemStyle: { color: PALE },
          label: { show: true, position: "top", color: PALE, formatter: point => print(point.value) } }
      : { name: one.name, type: "line", data: one.values, symbol: SIGNS[i % SIGNS.length], symbolSize: 8,
          lineStyle: { type: DASHES[i % DASHES.length], width: 2.5 },
          label: { show: spec.labels.length <= 12, position: "top", color: INK, formatter: point => print(point.value) },
          labelLayout: { hideOverlap: true } }),
  });

  const bars = (spec, print) => ({
    ...common(spec, print),
    xAxis: names(spec),
    yAxis: values(spec, print),
    series: spec.series.map(one => ({
      name: one.name, type: "bar", data: one.values, barMaxWidth: 36,
      label: { show: spec.labels.length * spec.series.length <= 16, position: "top", color: INK, formatter: point => print(point.value) },
      labelLayout: { hideOverlap: true },
    })),
  });

  /* Without intervals a bar for each unit; with them a thin bar from end to end and the figure as a point on it. */
  const ranks = (spec, print) => {
    const one = spec.series[0];
    const option = common(spec, print);
    option.grid.right = 56;
    option.yAxis = { ...names(spec), inverse: true, axisLabel: { color: INK, width: 180, overflow: "truncate", interval: 0 } };
    option.xAxis = values(spec, print);
    const words = { show: true, position: "right", color: INK, formatter: point => print(point.value) };
    if (!one.low) {
      option.series = [{ name: one.name, type: "bar", data: one.values, barMaxWidth: 18, label: words }];
      return option;
    }
    const at = i => one.values[i];
    option.legend.show = false;
    option.tooltip = { renderMode: "richText", confine: true, trigger: "item", formatter: point => {
      const i = point.dataIndex;
      const ends = one.low[i] === null ? "" : " (" + print(one.low[i]) + "–" + print(one.high[i]) + ")";
      return spec.labels[i] + ": " + print(at(i)) + ends;
    } };
    option.series = [
      { type: "bar", stack: "interval", data: one.low.map(low => low === null ? 0 : low), silent: true,
        itemStyle: { color: "transparent", decal: { symbol: "none" } }, barWidth: 6 },
      { type: "bar", stack: "interval", data: one.low.map((low, i) => low === null ? 0 : one.high[i] - low),
        itemStyle: { color: "#b9a3cf", decal: { symbol: "none" } }, barWidth: 6 },
      { type: "scatter", data: one.values, symbol: "diamond", symbolSize: 12, itemStyle: { color: COLOURS[0] }, label: words },
    ];
    return option;
  };

  const OPTIONS = { LINES: lines, BARS: bars, RANKS: ranks };
  const drawn = [];

  const draw = figure => {
    const spec = JSON.parse(figure.dataset.chart);
    figure.dataset.kind = spec.kind;
    const area = figure.querySelector(".chart-area");
    const chart = echarts.init(area, null, { renderer: "svg" });
    const option = OPTIONS[spec.kind](spec, printer(spec));
    chart.setOption(option);
    drawn.push(chart);
    figure.dataset.drawn = "yes";
  };

  const save = (name, url) => {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  };

  const svgOf = figure => {
    const svg = figure.querySelector("svg").cloneNode(true);
    const box = figure.querySelector("svg").getBoundingClientRect();
    const view = (svg.getAttribute("viewBox") || "").split(" ");
    const width = view.length === 4 ? Number(view[2]) : box.width;
    const height = view.length === 4 ? Number(view[3]) : box.height;
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    return { text: new XMLSerializer().serializeToString(svg), width, height };
  };

  const fileName = (figure, ending) => location.pathname.split("/").pop() + "-" + figure.id.replace("chart-", "") + "." + ending;

  const saveAs = (figure, format) => {
    const { text, width, height } = svgOf(figure);
    const url = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    if (format === "svg") return save(fileName(figure, "svg"), url);
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      save(fileName(figure, "png"), canvas.toDataURL("image/png"));
    };
    picture.src = url;
  };

  // all of them first: a chart is as wide as its neighbours leave it
  const figures = [...document.querySelectorAll("figure[data-chart]")];
  figures.forEach(figure => { figure.hidden = false; });
  figures.forEach(draw);
  document.querySelectorAll(".chart-tools").forEach(tools => { tools.hidden = false; });
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-save]");
    if (button) saveAs(button.closest("figure"), button.dataset.save);
  });
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => drawn.forEach(chart => chart.resize()), 150);
  });
  // a page of paper is narrower than the screen
  const paper = matchMedia("print");
  paper.addEventListener("change", () => drawn.forEach(chart => chart.resize(paper.matches ? { width: 640 } : undefined)));
})();
