using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FrameworkBench.Pages;
using FrameworkBench.Tests.Pages;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;
using Microsoft.Playwright;

namespace FrameworkBench.Tests.Browser;

/// <summary>The browsing page as a reader meets it: a mouse, a keyboard, a narrow screen, a dark one, a screen reader.</summary>
public sealed class SiteInBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static readonly string Committed = Path.Combine(RepositoryFiles.Root, "results", "index.html");

    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 390, ColorScheme.Light }, { 390, ColorScheme.Dark }, { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task It_fits_the_screen_and_asks_for_nothing(int width, ColorScheme scheme)
    {
        await using OpenPage site = await browser.OpenAsync(Committed, width, scheme);
        await site.Page.Locator("#open-lessons").ClickAsync();

        Assert.Equal(width, await site.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(site.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_is_accessible(ColorScheme scheme)
    {
        await using OpenPage site = await browser.OpenAsync(Written(SitePageTests.Page), scheme: scheme);
        await site.Page.Locator("#open-lessons").ClickAsync();

        AxeResult result = await site.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html).Take(3))}"));
    }

    [Fact]
    public async Task Filters_and_words_narrow_the_ledger_and_reset_shows_all()
    {
        await using OpenPage site = await browser.OpenAsync(Committed);
        int all = await site.CountAsync("#claims > li");

        await site.Page.Locator("[name=verdict]").SelectOptionAsync("does-not-hold");
        int refuted = await site.CountAsync("#claims > li");
        Assert.Equal(refuted, await site.CountAsync("#claims > li[data-verdict=does-not-hold]"));
        Assert.Equal($"{refuted} of {all} claims", await site.TextAsync("#shown-claims"));

        await site.Page.Locator("[name=words]").FillAsync("NETWORK  zzz");
        Assert.Equal(0, await site.CountAsync("#claims > li"));

        await site.Page.Locator("#filters button").ClickAsync();
        Assert.Equal(all, await site.CountAsync("#claims > li"));
        Assert.InRange(refuted, 1, all - 1);
    }

    [Fact]
    public async Task A_link_of_a_lesson_shows_its_claims_and_a_link_of_a_claim_opens_its_lesson()
    {
        await using OpenPage site = await browser.OpenAsync(Committed);

        await site.Page.EvaluateAsync("location.hash = 'lesson-xor'");
        await site.Page.Locator("#lesson-xor a[data-show]").ClickAsync();

        Assert.Equal(await site.CountAsync("#claims > li"), await site.CountAsync("#claims > li[data-lesson=xor]"));
        await site.Page.Locator("#lesson-xor").EvaluateAsync("lesson => { lesson.open = false; }");
        await site.Page.Locator("#claims > li[data-lesson=xor] a").First.ClickAsync();
        Assert.True(await site.Page.Locator("#lesson-xor").EvaluateAsync<bool>("lesson => lesson.open"));
    }

    [Fact]
    public async Task The_explorer_counts_the_dots_that_it_shows()
    {
        await using OpenPage site = await browser.OpenAsync(Committed);
        int all = await site.CountAsync(".dot");

        await site.Page.Locator(".explorer [name=size]").FocusAsync();
        await site.Page.Keyboard.PressAsync("Home");
        for (int step = 0; step < 5; step++)
            await site.Page.Keyboard.PressAsync("ArrowRight");

        int shown = await site.CountAsync(".dot"), first = await site.CountAsync(".dot.first");
        Assert.InRange(shown, 1, all - 1);
        Assert.Contains($" ahead on {first} of {shown} tables", await site.TextAsync(".counts"), StringComparison.Ordinal);
        Assert.StartsWith("tables of up to ", await site.Page.Locator(".explorer [name=size]").GetAttributeAsync("aria-valuetext"));
    }

    [Fact]
    public async Task Every_pair_measure_and_engine_of_the_explorer_can_be_drawn()
    {
        await using OpenPage site = await browser.OpenAsync(Committed);

        int drawn = await site.Page.EvaluateAsync<int>(
            """
            () => {
              const { pair, measure, engine } = document.querySelector(".explorer form").elements;
              const choose = (select, value) => { select.value = value; select.dispatchEvent(new Event("input", { bubbles: true })); };
              const values = select => [...select.options].map(option => option.value);
              let drawn = 0;
              for (const one of values(pair)) {
                choose(pair, one);
                for (const other of values(measure)) {
                  choose(measure, other);
                  for (const third of values(engine)) {
                    choose(engine, third);
                    const plot = document.querySelector(".plot");
                    drawn += plot.querySelector(".dot") && !plot.innerHTML.includes("NaN") ? 1 : -1000;
                  }
                }
              }
              return drawn;
            }
            """);

        Assert.InRange(drawn, 10, 1000);
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task Arrow_keys_walk_from_dot_to_dot_and_tell_each()
    {
        await using OpenPage site = await browser.OpenAsync(Committed);
        ILocator dots = site.Page.Locator(".dot");

        await site.Page.Locator(".dot[tabindex='0']").FocusAsync();
        await site.Page.Keyboard.PressAsync("ArrowRight");
        await site.Page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal(await dots.Nth(2).GetAttributeAsync("aria-label"), await site.TextAsync(".told"));
        Assert.Equal("0", await dots.Nth(2).GetAttributeAsync("tabindex"));
        await site.Page.Keyboard.PressAsync("End");
        Assert.Equal(await dots.Last.GetAttributeAsync("aria-label"), await site.TextAsync(".told"));
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_to_read()
    {
        await using OpenPage site = await browser.OpenAsync(Committed, scripts: false);

        Assert.NotEqual(0, await site.CountAsync("#claims > li"));
        Assert.Equal(0, await site.CountAsync(".scripted"));
        Assert.NotEqual(0, await site.Page.Locator(".explorer table tbody tr").CountAsync());
    }

    [Fact]
    public async Task Hostile_names_do_nothing()
    {
        IReadOnlyList<ResultFile> hostile = ResultsWriter.Make(HostileRun.Of(SampleRun.Make()));
        await using OpenPage site = await browser.OpenAsync(Written(SitePageTests.Site(hostile)));
        await site.Page.Locator("#open-lessons").ClickAsync();

        Assert.Equal(0, await site.Page.Locator("img:not([src^='data:image/svg'])").CountAsync());
        Assert.Equal(0, await site.Page.Locator("[href^='javascript']").CountAsync());
        Assert.Contains(HostileRun.Name, await site.TextAsync(".lesson h4"), StringComparison.Ordinal);
        Assert.Empty(site.Complaints);
    }

    private string Written(string page)
    {
        folder.Write("index.html", page);
        return Path.Combine(folder.Path, "index.html");
    }
}
