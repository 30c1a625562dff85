using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
namespace Coxswain.Migrations.Postgres.Migrations;

/// <summary>The text index over search_documents.</summary>
[DbContext(typeof(AppDb))]
[Migration("20260101000001_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE INDEX ix_search_documents_words ON search_documents USING gin (to_tsvector('simple', tokens || ' ' || words))");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX ix_search_documents_words");
}
