using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
namespace Coxswain.Migrations.Sqlite.Migrations;

/// <summary>The text index over search_documents, kept by triggers.</summary>
[DbContext(typeof(AppDb))]
[Migration("20260101000001_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE UNIQUE INDEX ix_search_documents_number ON search_documents (number)");
        migrationBuilder.Sql("CREATE VIRTUAL TABLE search_index USING fts5(tokens, words, content='search_documents', content_rowid='number', tokenize='unicode61 remove_diacritics 0', prefix='2 3', detail='column', columnsize='0')");
        migrationBuilder.Sql("CREATE TRIGGER search_added AFTER INSERT ON search_documents BEGIN INSERT INTO search_index(rowid, tokens, words) VALUES (new.number, new.tokens, new.words); END");
        migrationBuilder.Sql("CREATE TRIGGER search_removed AFTER DELETE ON search_documents BEGIN INSERT INTO search_index(search_index, rowid, tokens, words) VALUES ('delete', old.number, old.tokens, old.words); END");
        migrationBuilder.Sql("CREATE TRIGGER search_changed AFTER UPDATE ON search_documents BEGIN INSERT INTO search_index(search_index, rowid, tokens, words) VALUES ('delete', old.number, old.tokens, old.words); INSERT INTO search_index(rowid, tokens, words) VALUES (new.number, new.tokens, new.words); END");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE search_index");
}
