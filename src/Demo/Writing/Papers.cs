using System.Text;
using Coxswain.Customers.Attachments;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>Files that people of the invented company added to deals and to the accounts these are with; the same content added twice is kept once.</summary>
internal static class Papers
{
    /// <summary>On so many deals.</summary>
    public const int On = 6;

    private const string Agreed = "Agreed with the customer\n\n- One yard first, eight weeks\n- The measure: minutes from gate to gate\n- Their operations director decides, their finance director signs\n";
    private const string Sites = "site,gates,trucks a day,minutes from gate to gate\nNorth,2,140,96\nHarbour,3,210,118\nSouth,1,75,64\n";

    public static async Task AddAsync(IServiceProvider services, Viewer who, IEnumerable<(Guid Deal, Guid Account)> to, CancellationToken ct)
    {
        foreach (var (deal, account) in to)
            await services.AsAsync(who, async (own, db) =>
            {
                var (others, folder, clock) = (own.GetServices<IFilesOn>(), own.GetRequiredService<DataFolder>(), own.GetRequiredService<TimeProvider>());
                (await AttachFile.Do(new() { DealId = deal, Files = new FormFileCollection { Paper("agreed.txt", "text/plain", Agreed) } }, db, others, folder, clock, ct)).Must("add a file to a deal");
                (await AttachFile.Do(new() { AccountId = account, Files = new FormFileCollection { Paper("sites.csv", "text/csv", Sites) } }, db, others, folder, clock, ct)).Must("add a file to an account");
            });
    }

    private static FormFile Paper(string name, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(new MemoryStream(bytes), 0, bytes.Length, "Files", name) { Headers = new HeaderDictionary(), ContentType = type };
    }
}
