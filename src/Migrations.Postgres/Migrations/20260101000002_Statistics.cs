using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
namespace Coxswain.Migrations.Postgres.Migrations;

/// <summary>
/// What the server is told to count together. A stage decides whether its deals are open: taken as chances apart, one in twenty of those that are
/// there is expected, and a board sorts all deals of a stage instead of reading the first twenty.
/// </summary>
[DbContext(typeof(AppDb))]
[Migration("20260101000002_Statistics")]
public sealed class Statistics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE STATISTICS st_opportunities_stage_end (dependencies, mcv) ON stage_id, \"end\" FROM opportunities");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP STATISTICS st_opportunities_stage_end");
}
