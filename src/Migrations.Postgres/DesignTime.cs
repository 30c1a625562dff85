using Coxswain.Platform;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Migrations;

/// <summary>Makes the context for the migrations tool; it connects to nothing.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) => new ServiceCollection()
        .AddPlatform(Database.OnPostgres("Host=design"), Modules.All)
        .BuildServiceProvider().GetRequiredService<AppDb>();
}
