using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Browser.Tests;

/// <summary>Somebody who starts the program in an empty folder and makes an organisation in it.</summary>
public sealed class Newcomer : IAsyncDisposable
{
    public const string Email = "rana@halma.example", Password = "harbour lights at dawn";

    private Newcomer(Served served, Tab tab) => (Served, Hands) = (served, new Hands(tab));

    public Served Served { get; }
    public Hands Hands { get; }
    public Tab Tab => Hands.Tab;

    public static async Task<Newcomer> BeginAsync(Site site, Engine engine, Screen screen)
    {
        var served = await Served.StartAsync(await TestDatabases.FreshAsync(engine, "journey"));
        var newcomer = new Newcomer(served, await site.OpenAsync(screen, served.Url));
        await newcomer.Tab.GoAsync(served.FirstRun.ToString());
        foreach (var (label, text) in ((string, string)[])[("Your name", "Rana Khoury"), ("Your e-mail", Email), ("Password", Password), ("Currency", "EUR")]) await newcomer.Hands.TypeAsync(label, text);
        await newcomer.Hands.PressAsync("Use my export");
        await newcomer.Hands.ReadAsync("Nothing is saved before you have seen what would happen.");
        return newcomer;
    }

    public async ValueTask DisposeAsync()
    {
        await Tab.DisposeAsync();
        await Served.DisposeAsync();
    }
}
