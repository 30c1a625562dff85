using System.Net;
using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Import;

/// <summary>Files made for one test, and their import.</summary>
internal static class Generated
{
    public const string Header = "opportunity_id,name,sales_agent,deal_stage,created,close_date,amount\n";

    public static string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("coxswain-import-").FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A folder of files.</summary>
    public static string Folder(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-import-").FullName;
        foreach (var (name, text) in files) System.IO.File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    public static async Task<TestTenant> TenantAsync(Engine engine) => await (await Host.On(engine)).TenantAsync();

    public static Task<ImportResult> ImportAsync(this TestTenant tenant, string path, ImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken ct = default) =>
        tenant.WithRunner(r => r.RunAsync(path, options ?? ImportOptions.Yes, progress, ct));

    public static async Task<T> WithRunner<T>(this TestTenant tenant, Func<ImportRunner, Task<T>> work)
    {
        var answer = default(T);
        await tenant.InDb(async (_, services) => answer = await work(services.GetRequiredService<ImportRunner>()));
        return answer!;
    }

    /// <summary>Drops a file on the page; answers the page of its import.</summary>
    public static async Task<string> DropAsync(this TestViewer who, string name, byte[] bytes)
    {
        var answer = await who.PlainBrowser.PostAsync("/import", new MultipartFormDataContent { { new ByteArrayContent(bytes), "Files", name } });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    // The page asks for its progress until the bar is gone, as a browser does.
    public static async Task<string> EndAsync(this TestViewer who, string page)
    {
        for (var asked = 0; asked < 3_000; asked++)
        {
            var panel = await who.Browser.PageAsync($"{page}/progress");
            if (!panel.Contains("<progress", StringComparison.Ordinal)) return panel;
            await Task.Yield();
        }
        throw new TimeoutException("The import did not end.");
    }
}
