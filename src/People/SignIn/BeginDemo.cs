using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>Has the demo company made, from the first page of an empty installation: whoever knows the console's token, at the machine itself.</summary>
internal static class BeginDemo
{
    public sealed record Input
    {
        public string? Token { get; init; }
    }

    public static async Task<Outcome<DemoView>> Do(Input input, FirstRun first, DemoOffer offer, ThisMachine machine, HttpContext http, CancellationToken ct)
    {
        if (!offer.Stands || !machine.Sends(http) || !await first.IsOpenAsync(ct)) return Outcome.Missing;
        if (!first.Knows(input.Token)) return Outcome.Refused(T("This is not the token the console shows."));
        offer.Begin();
        return new DemoView(offer.Url, offer.Problem);
    }
}

/// <summary>How far the demo company is.</summary>
internal static class ShowDemo
{
    public static Task<Outcome<DemoView>> Do(DemoOffer offer, ThisMachine machine, HttpContext http) =>
        Task.FromResult<Outcome<DemoView>>(offer.IsBegun && machine.Sends(http) ? new DemoView(offer.Url, offer.Problem) : Outcome.Missing);
}

/// <param name="Url">Where it is served; null while it is made.</param>
/// <param name="Problem">Why it could not be made.</param>
public sealed record DemoView(string? Url, string? Problem);
