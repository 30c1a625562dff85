using Microsoft.Playwright;
namespace Coxswain.Bench.Speed;

/// <summary>Pages as a person sees them: from asking for the address until the browser has loaded and painted all of it.</summary>
internal static class InBrowser
{
    private const int Times = 30;
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private static readonly string[] Flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // The next frame after the load is on the screen: what came before it can be seen.
    private const string Painted = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))";

    /// <summary>The middle of thirty visits to each page, in milliseconds; null where there is no Chromium.</summary>
    public static async Task<IReadOnlyList<(string What, double Milliseconds)>?> AsManagerAsync(Cox cox)
    {
        if (Programs.FirstOrDefault(File.Exists) is not { } program) return null;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
        var page = await browser.NewPageAsync();
        var (email, password) = cox.Door("manager");
        await page.GotoAsync($"{cox.Url}sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync(), answer => answer.Request.Method == "POST");
        await page.GotoAsync($"{cox.Url}opportunities");
        await page.Locator("main [data-item]").First.WaitForAsync();
        var record = (await page.Locator("main [data-item]").First.GetAttributeAsync("href"))!;
        var seen = new List<(string, double)>();
        foreach (var (what, path) in ((string, string)[])[("board", "/opportunities/board?owner=all"), ("list", "/opportunities"), ("record", record), ("Team", "/team"), ("Today", "/today")])
            seen.Add((what, await OfAsync(page, new Uri(cox.Url, path).ToString())));
        return seen;
    }

    private static async Task<double> OfAsync(IPage page, string url)
    {
        var taken = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await page.GotoAsync(url);
            taken.Add(await page.EvaluateAsync<double>(Painted));
        }
        taken.Sort();
        return taken[Times / 2];
    }
}
