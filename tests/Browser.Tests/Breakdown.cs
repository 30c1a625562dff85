using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>Breaks the database under the requests of one tab, which ask for it in a header.</summary>
internal sealed class Breakdown(IHttpContextAccessor accessor) : DbCommandInterceptor
{
    private const string Header = "Test-Breakdown";

    /// <summary>From now on what this tab sends finds a broken program (500), or a database that went away (503).</summary>
    public static Task BeginAsync(Tab tab, int status) => tab.Page.SetExtraHTTPHeadersAsync([new(Header, $"{status}")]);

    public static Task EndAsync(Tab tab) => tab.Page.SetExtraHTTPHeadersAsync([]);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        accessor.HttpContext?.Request.Headers[Header].ToString() switch
        {
            "500" => throw new InvalidOperationException("Broken by a test."),
            "503" => throw new SqliteException("Sent away by a test.", 14),
            _ => new(result),
        };
}
