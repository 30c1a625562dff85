using System.Data.Common;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
namespace Coxswain.Bench.Speed;

/// <summary>
/// What a page of the list costs at least: the product's own sign-in, component and compression around one statement written by hand,
/// with nothing counted, summed, filtered or offered anew. Runs in a process of its own, so that its processor time can be told.
/// </summary>
internal static class Bare
{
    /// <summary>Tells this program to be it.</summary>
    public const string Word = "bare";
    public const string Path = "/bare";

    private const string Statement = """
        SELECT o.id, o.version, o.name, o.account_id, a.name, o.owner_id, p.name, o.stage_id, s.name, o.amount, o.currency, o.close_on, o.opened_on, o.stage_since,
          (SELECT t.title FROM tasks t WHERE t.tenant_id = o.tenant_id AND t.about_kind = 'opportunity' AND t.about_id = o.id AND t.done_at IS NULL AND t.removed_at IS NULL ORDER BY t.due_on LIMIT 1),
          (SELECT t.due_on FROM tasks t WHERE t.tenant_id = o.tenant_id AND t.about_kind = 'opportunity' AND t.about_id = o.id AND t.done_at IS NULL AND t.removed_at IS NULL ORDER BY t.due_on LIMIT 1)
        FROM (SELECT * FROM opportunities WHERE tenant_id = @tenant AND "end" = 'Open' AND removed_at IS NULL AND close_on IS NOT NULL ORDER BY close_on, id LIMIT 50) o
        LEFT JOIN accounts a ON a.tenant_id = o.tenant_id AND a.id = o.account_id
        JOIN people p ON p.tenant_id = o.tenant_id AND p.id = o.owner_id
        JOIN stages s ON s.tenant_id = o.tenant_id AND s.id = o.stage_id
        ORDER BY o.close_on, o.id
        """;

    /// <param name="args">The word, an address to listen on, a folder, and on PostgreSQL a connection.</param>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(args[1]);
        builder.Services.AddSingleton(new DataFolder(args[2])).AddSingleton(new JobSettings { ByItself = false });
        var database = args.Length > 3 ? Database.OnPostgres(args[3]) : Database.InFolder(args[2]);
        await using var app = CoxswainHost.Build(builder, database);
        OpportunitiesView? whole = null;
        app.MapGet(Path, async (HttpContext http, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct) =>
        {
            whole ??= (await ListOpportunities.Do(new ListRequest { Query = QueryValues.Empty }, db, clock, frame, ct)).View!;
            return Draw<OpportunitiesPage>(whole with { List = whole.List with { Rows = await RowsAsync(database, db.Viewer.TenantId, ct) } });
        }).WithMetadata(new Requirement(Permission.SeeFunnel));
        await app.RunAsync();
    }

    private static IResult Draw<TView>(object model) where TView : IView => TView.Answer(model, FormState.Untouched, StatusCodes.Status200OK);

    private static async Task<List<OpportunityView>> RowsAsync(Database database, int tenantId, CancellationToken ct)
    {
        await using DbConnection connection = database.Engine is Engine.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        var tenant = command.CreateParameter();
        (tenant.ParameterName, tenant.Value) = ("@tenant", tenantId);
        command.Parameters.Add(tenant);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<OpportunityView>(50);
        while (await reader.ReadAsync(ct)) rows.Add(Of(reader));
        return rows;
    }

    private static OpportunityView Of(DbDataReader r) => new()
    {
        Id = r.GetGuid(0), Version = r.GetInt32(1), Name = r.GetString(2), AccountId = r.IsDBNull(3) ? null : r.GetGuid(3), AccountName = r.IsDBNull(4) ? null : r.GetString(4), OwnerId = r.GetGuid(5),
        OwnerName = r.GetString(6), StageId = r.GetGuid(7), StageName = r.GetString(8), End = StageEnd.Open, Category = null, Minor = r.IsDBNull(9) ? null : r.GetInt64(9), Currency = r.GetString(10),
        CloseOn = r.IsDBNull(11) ? null : r.GetFieldValue<DateOnly>(11), OpenedOn = r.IsDBNull(12) ? null : r.GetFieldValue<DateOnly>(12), StageSince = r.IsDBNull(13) ? null : r.GetDateTime(13),
        NextStep = r.IsDBNull(14) ? null : r.GetString(14), NextStepOn = r.IsDBNull(15) ? null : r.GetFieldValue<DateOnly>(15), ClosedOn = null, ClosedBecause = null, Source = null,
    };
}
