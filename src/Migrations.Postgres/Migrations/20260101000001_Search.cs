using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
namespace Coxswain.Migrations.Postgres.Migrations;

/// <summary>What search_documents are found by.</summary>
[DbContext(typeof(AppDb))]
[Migration("20260101000001_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE INDEX ix_search_documents_words ON search_documents USING gin (to_tsvector('simple', words))");
        migrationBuilder.Sql("CREATE INDEX ix_search_documents_words_of_some ON search_documents USING gin (to_tsvector('simple', words)) WHERE number & 15 = 0");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX ix_search_documents_words, ix_search_documents_words_of_some");
}
