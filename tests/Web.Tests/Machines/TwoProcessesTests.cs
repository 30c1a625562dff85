using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
namespace Coxswain.Web.Tests.Machines;

/// <summary>Two processes on one PostgreSQL behind a plain balancer, without sticky sessions.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private const int Rows = 400, Hands = 4;

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _browser;

    public TwoProcessesTests() => _browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies });

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task People_notice_nothing_of_there_being_two_nor_of_one_that_dies_or_is_replaced()
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        await using var cluster = await Cluster.StartAsync();
        _browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await BeginAsync(cluster);
        await BothKnowAtOnceAsync(cluster);
        await WorkIsDoneOnceAsync(cluster);
        await EachHonoursTheOtherAsync(cluster);
        await OneDiesAsync(cluster);
        await OneIsReplacedAsync(cluster);
        await SigningOutIsSeenByBothAsync(cluster);
    }

    // The token that the second says is taken by whichever is asked.
    private async Task BeginAsync(Cluster cluster)
    {
        var token = cluster.Cox[1].Said.Split([' ', '\n']).First(w => w.Contains("token=", StringComparison.Ordinal)).Split("token=")[1];
        var begun = await _browser.PostFormAsync(cluster.UrlOf(0) + "/first-run", ("Token", token), ("Organisation", "Halma Werke"), ("Currency", "EUR"), ("TimeZone", "UTC"), ("Name", "Rana Kaur"), ("Email", "rana@halma.example"), ("Password", "harbour lights at dawn"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        Assert.Equal(1, await cluster.CountAsync("data_protection_keys"));
    }

    private async Task BothKnowAtOnceAsync(Cluster cluster)
    {
        foreach (var which in (int[])[0, 1, 0, 1])
        {
            await _browser.PageAsync(cluster.UrlOf(1 - which) + "/contacts");
            await SaveAsync(cluster.UrlOf(which), $"Known {which}");
            Assert.Contains($"Known {which}", await _browser.PageAsync(cluster.UrlOf(1 - which) + "/contacts"), StringComparison.Ordinal);
        }
    }

    private async Task EachHonoursTheOtherAsync(Cluster cluster)
    {
        using var colleague = new Colleague(cluster, _browser);
        await colleague.JoinAsync();
        await colleague.MayChangeWhatIsSharedAsync();
        await colleague.HasTheNewRoleAsync();
        await colleague.ReadsTheNewSettingAsync();
        await colleague.IsOutAtOnceAsync();
    }

    // Uploaded to one, planned on the other, read by whichever takes the job.
    private async Task WorkIsDoneOnceAsync(Cluster cluster)
    {
        var deals = Generated.Header + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i}\n"));
        var dropped = await _browser.PostAsync(cluster.UrlOf(0) + "/import", new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(deals)), "Files", "deals.csv" } });
        var page = dropped.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.PostFormAsync($"{cluster.UrlOf(1)}{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"))).StatusCode);
        await cluster.Cox[0].UntilAsync(() => _browser.GetStringAsync(cluster.UrlOf(0) + page), text => text.Contains("no difference in any count or sum", StringComparison.Ordinal));
        Assert.Equal(Rows, await cluster.CountAsync("opportunities"));
        Assert.Equal(1, await cluster.CountAsync("jobs WHERE kind = 'import.run' AND attempts = 1"));
    }

    // What the dying one had begun goes to the other, whether it had been saved or not: each form has a key, so nobody reads of a failure.
    private async Task OneDiesAsync(Cluster cluster)
    {
        var (saved, cut) = await UnderLoadAsync(cluster, "Dying", cluster.Cox[1].KillAsync);
        Assert.Empty(cut);
        Assert.Equal(saved.Count, await cluster.CountAsync("contacts WHERE name LIKE 'Dying %'"));
        Assert.Equal(saved.Count, await cluster.CountAsync("(SELECT DISTINCT name FROM contacts WHERE name LIKE 'Dying %') AS names"));
    }

    // An upgrade in turn: the dead one comes back, then the other ends in good order. Nobody is cut off.
    private async Task OneIsReplacedAsync(Cluster cluster)
    {
        cluster.Start(1);
        await cluster.Cox[1].UntilAsync(async () => (await TryAsync(() => _browser.GetAsync(cluster.UrlOf(1) + "/health/ready")))?.StatusCode, code => code is HttpStatusCode.OK);
        var (saved, cut) = await UnderLoadAsync(cluster, "Leaving", () => LeaveAsync(cluster));
        Assert.Empty(cut);
        Assert.Equal(saved.Count, await cluster.CountAsync("contacts WHERE name LIKE 'Leaving %'"));
        cluster.Start(0);
        await cluster.Cox[0].UntilAsync(async () => (await TryAsync(() => _browser.GetAsync(cluster.UrlOf(0) + "/health/ready")))?.StatusCode, code => code is HttpStatusCode.OK);
    }

    // Not ready first, while it still answers; then it ends.
    private async Task LeaveAsync(Cluster cluster)
    {
        var ended = cluster.Cox[0].TerminateAsync();
        await cluster.Cox[0].UntilAsync(async () => (await TryAsync(() => _browser.GetAsync(cluster.UrlOf(0) + "/health/ready")))?.StatusCode, code => code is HttpStatusCode.ServiceUnavailable);
        Assert.Equal(0, await ended);
    }

    private async Task SigningOutIsSeenByBothAsync(Cluster cluster)
    {
        var cookie = _cookies.GetCookieHeader(new Uri(cluster.Url));
        var open = await cluster.CountAsync("sessions WHERE ended_at IS NULL");
        await _browser.PostFormAsync(cluster.UrlOf(1) + "/sign-out");
        Assert.Equal(open - 1, await cluster.CountAsync("sessions WHERE ended_at IS NULL"));
        // The same cookie again, as a thief would send it.
        using var again = new HttpRequestMessage(HttpMethod.Get, cluster.UrlOf(0) + "/contacts");
        again.Headers.Add("Cookie", cookie);
        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        Assert.NotEqual(HttpStatusCode.OK, (await thief.SendAsync(again)).StatusCode);
    }

    private async Task<(ConcurrentBag<string> Saved, ConcurrentBag<string> Cut)> UnderLoadAsync(Cluster cluster, string word, Func<Task> happening)
    {
        var (saved, cut) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        using var over = new CancellationTokenSource();
        var warm = new TaskCompletionSource();
        var hands = Enumerable.Range(0, Hands).Select(hand => WorkAsync(hand)).ToList();
        await warm.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await happening();
        var before = saved.Count;
        await cluster.Cox.First(c => !c.HasEnded).UntilAsync(SavedAsync, count => count >= before + 40);
        await over.CancelAsync();
        await Task.WhenAll(hands);
        return (saved, cut);

        // A save that is refused and a hand that fails say why at once: else nothing more would be saved and only the patience would end.
        async Task<int> SavedAsync()
        {
            Assert.Empty(cut);
            foreach (var hand in hands.Where(h => h.IsCompleted)) await hand;
            return saved.Count;
        }

        async Task WorkAsync(int hand)
        {
            for (var n = 0; !over.IsCancellationRequested; n++)
            {
                var name = $"{word} {hand}-{n}";
                while (await SaveAsync(cluster.Url, name) is { } failure) cut.Add($"{name}: {failure}");
                saved.Add(name);
                if (saved.Count >= 40) warm.TrySetResult();
            }
        }
    }

    /// <returns>What the person would have read of; null where it is saved.</returns>
    private async Task<string?> SaveAsync(string url, string name)
    {
        try { return await _browser.PostFormAsync(url + "/contacts", ("_once", $"{Guid.CreateVersion7()}"), ("Name", name)) is { StatusCode: not HttpStatusCode.SeeOther } answer ? $"{(int)answer.StatusCode}" : null; }
        catch (HttpRequestException e) { return e.Message; }
    }

    private static async Task<HttpResponseMessage?> TryAsync(Func<Task<HttpResponseMessage>> ask)
    {
        try { return await ask(); }
        catch (HttpRequestException) { return null; }
    }
}
