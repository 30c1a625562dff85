using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Coxswain.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    viewer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "account_steps",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    function = table.Column<string>(type: "TEXT", nullable: true),
                    repeat_months = table.Column<int>(type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_steps", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    parent_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    city = table.Column<string>(type: "TEXT", nullable: true),
                    tier = table.Column<string>(type: "TEXT", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: true),
                    employees = table.Column<int>(type: "INTEGER", nullable: true),
                    revenue = table.Column<long>(type: "INTEGER", nullable: true),
                    revenue_currency = table.Column<string>(type: "TEXT", nullable: true),
                    founded_year = table.Column<int>(type: "INTEGER", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    custom_fields = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: true),
                    folded_industry = table.Column<string>(type: "TEXT", nullable: false),
                    folded_place = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_accounts_accounts_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accounts_accounts_tenant_id_parent_id",
                        columns: x => new { x.tenant_id, x.parent_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "attached_contents",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attached_contents", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "capture_choices",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    readers = table.Column<string>(type: "TEXT", nullable: false),
                    hides_touches = table.Column<bool>(type: "INTEGER", nullable: false),
                    own_addresses = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capture_choices", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "capture_rules",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    calendars = table.Column<bool>(type: "INTEGER", nullable: false),
                    mail = table.Column<bool>(type: "INTEGER", nullable: false),
                    inner_hosts = table.Column<string>(type: "TEXT", nullable: true),
                    our_domains = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capture_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "charter_editions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    situation = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    leader_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    objective = table.Column<string>(type: "TEXT", nullable: false),
                    principles = table.Column<string>(type: "TEXT", nullable: false),
                    behaviours = table.Column<string>(type: "TEXT", nullable: false),
                    balance = table.Column<int>(type: "INTEGER", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_editions", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "closing_needs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing_needs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "custom_fields",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    hint = table.Column<string>(type: "TEXT", nullable: true),
                    options = table.Column<string>(type: "TEXT", nullable: true),
                    link_kind = table.Column<string>(type: "TEXT", nullable: true),
                    formula = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_indexed = table.Column<bool>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_fields", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "custom_objects",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    singular = table.Column<string>(type: "TEXT", nullable: false),
                    plural = table.Column<string>(type: "TEXT", nullable: false),
                    hint = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_objects", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deal_rules",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    where = table.Column<string>(type: "TEXT", nullable: true),
                    severity = table.Column<string>(type: "TEXT", nullable: true),
                    advises = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    advice = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    off_because = table.Column<string>(type: "TEXT", nullable: true),
                    task_title = table.Column<string>(type: "TEXT", nullable: true),
                    task_days = table.Column<int>(type: "INTEGER", nullable: true),
                    owner_to_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    set_field = table.Column<string>(type: "TEXT", nullable: true),
                    set_to = table.Column<string>(type: "TEXT", nullable: true),
                    tells = table.Column<string>(type: "TEXT", nullable: true),
                    tells_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    webhook_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ready_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reaction = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    event_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "duplicate_pairs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    first_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    second_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: false),
                    signs = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    apart_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    apart_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_pairs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    schema = table.Column<int>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    timeline_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    actor_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_rates",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rate = table.Column<double>(type: "REAL", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_rates", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "expertise",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    free = table.Column<string>(type: "TEXT", nullable: false),
                    free_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_topic = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expertise", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "external_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_logins", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "feeds",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: true),
                    security = table.Column<string>(type: "TEXT", nullable: false),
                    user = table.Column<string>(type: "TEXT", nullable: true),
                    closed = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    folders = table.Column<string>(type: "TEXT", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mark = table.Column<string>(type: "TEXT", nullable: true),
                    whole_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    good_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    fault_detail = table.Column<string>(type: "TEXT", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feeds", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "field_rules",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    left = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "fit_profiles",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    in_force_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fits_from = table.Column<int>(type: "INTEGER", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fit_profiles", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "forecast_calls",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    commit = table.Column<long>(type: "INTEGER", nullable: false),
                    best_case = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forecast_calls", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ignored_addresses",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pattern = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ignored_addresses", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_remarks",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_remarks", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    same = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    undone = table.Column<string>(type: "TEXT", nullable: true),
                    rows_done = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "imported_rows",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_rows", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    asked_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancel_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: true),
                    word = table.Column<string>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "journey_editions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    leader_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    steps = table.Column<string>(type: "TEXT", nullable: false),
                    goal = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    goal_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sales_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sales_signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    marketing_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    marketing_signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_editions", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "lesson_meetings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_meetings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "login_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "login_tokens",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_tokens", x => new { x.user_id, x.login_provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "logins",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "looks",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    viewer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_looks", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "object_records",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    object_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    custom_fields = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_object_records", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_links", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mail",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    security = table.Column<string>(type: "TEXT", nullable: false),
                    user = table.Column<string>(type: "TEXT", nullable: true),
                    closed = table.Column<string>(type: "TEXT", nullable: true),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mail", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "own_interests",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_interests", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "person_exports",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    job_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ready_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_exports", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "plan_models",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    deals = table.Column<int>(type: "INTEGER", nullable: false),
                    won = table.Column<int>(type: "INTEGER", nullable: false),
                    fitted = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_models", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "price_lists",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_lists", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "processes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_standard = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processes", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "products",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    family = table.Column<string>(type: "TEXT", nullable: true),
                    list_price = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_products", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "record_merges",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    kept_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    gone_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kept_version = table.Column<int>(type: "INTEGER", nullable: false),
                    moves = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_merges", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "retention_limits",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_limits", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "review_codes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_codes", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reward_payouts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward_payouts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reward_rules",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fact = table.Column<string>(type: "TEXT", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "role_rules",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    see = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sales_targets",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sales_targets", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "saved_mappings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_mappings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    audience = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "search_documents",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    hint = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    tokens = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_documents", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "service_observations",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    observer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    next_step = table.Column<string>(type: "TEXT", nullable: true),
                    widened = table.Column<string>(type: "TEXT", nullable: true),
                    listened = table.Column<string>(type: "TEXT", nullable: true),
                    knowledge = table.Column<int>(type: "INTEGER", nullable: true),
                    skill = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_observations", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "service_surveys",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    skill_one = table.Column<string>(type: "TEXT", nullable: false),
                    skill_two = table.Column<string>(type: "TEXT", nullable: false),
                    trained_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asks_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_surveys", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "service_terms",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    point_worth = table.Column<long>(type: "INTEGER", nullable: true),
                    to_hearer = table.Column<int>(type: "INTEGER", nullable: false),
                    to_seller = table.Column<int>(type: "INTEGER", nullable: false),
                    skill_one = table.Column<string>(type: "TEXT", nullable: true),
                    skill_two = table.Column<string>(type: "TEXT", nullable: true),
                    most_drop = table.Column<int>(type: "INTEGER", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_terms", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    login_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "share",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    row_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    function = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "source_conflicts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kept_ours = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_conflicts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "source_masters",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: true),
                    is_complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_masters", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stages",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<string>(type: "TEXT", nullable: false),
                    customer_act = table.Column<string>(type: "TEXT", nullable: true),
                    guide = table.Column<string>(type: "TEXT", nullable: true),
                    is_binding = table.Column<bool>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "subject_keys",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_keys", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    is_domain = table.Column<bool>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lifted_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "taken_acts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    said = table.Column<byte[]>(type: "BLOB", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken_acts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    manager_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_teams_teams_tenant_id_parent_id",
                        columns: x => new { x.tenant_id, x.parent_id },
                        principalTable: "teams",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tellings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tellings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    culture = table.Column<string>(type: "TEXT", nullable: false),
                    fiscal_start_month = table.Column<int>(type: "INTEGER", nullable: false),
                    week_start = table.Column<string>(type: "TEXT", nullable: false),
                    quarter_pattern = table.Column<string>(type: "TEXT", nullable: false),
                    year_start = table.Column<string>(type: "TEXT", nullable: false),
                    file_room_megabytes = table.Column<int>(type: "INTEGER", nullable: false),
                    api_per_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    offers_tools = table.Column<bool>(type: "INTEGER", nullable: false),
                    shares_plans = table.Column<bool>(type: "INTEGER", nullable: false),
                    judgement_days = table.Column<int>(type: "INTEGER", nullable: false),
                    close_out_chance = table.Column<int>(type: "INTEGER", nullable: false),
                    webhook_kinds = table.Column<string>(type: "TEXT", nullable: true),
                    reaction_kinds = table.Column<string>(type: "TEXT", nullable: true),
                    letter_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    data_through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    access_stamp = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "turf_cases",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    first_team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    second_team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    issue = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resolution = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turf_cases", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "vanished_rows",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vanished_rows", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "webhook_sendings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    webhook_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    event_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    event_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_replay = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_sendings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    closed_url = table.Column<string>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    is_inner = table.Column<bool>(type: "INTEGER", nullable: false),
                    closed_secret = table.Column<string>(type: "TEXT", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    failing_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "won_targets",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_won_targets", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "worksheets",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    mediator_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worksheets", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "account_members",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    function = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_members", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_account_members_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_plans",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    charter = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_plans", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_account_plans_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_steps_done",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_steps_done", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_account_steps_done_account_steps_tenant_id_step_id",
                        columns: x => new { x.tenant_id, x.step_id },
                        principalTable: "account_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_account_steps_done_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    mobile = table.Column<string>(type: "TEXT", nullable: true),
                    phone_e164 = table.Column<string>(type: "TEXT", nullable: true),
                    mobile_e164 = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    custom_fields = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    folded_email = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_contacts_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contacts_contacts_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "desk_notes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agenda = table.Column<string>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    help = table.Column<string>(type: "TEXT", nullable: true),
                    difference = table.Column<int>(type: "INTEGER", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_notes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_desk_notes_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    strength_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    player_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rung = table.Column<int>(type: "INTEGER", nullable: true),
                    target = table.Column<int>(type: "INTEGER", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_items", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_plan_items_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_reviews",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    with_customer = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_reviews", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_plan_reviews_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proofs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    customer = table.Column<string>(type: "TEXT", nullable: true),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    saving = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", nullable: false),
                    permitted_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_claim = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proofs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_proofs_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tips",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    heard = table.Column<string>(type: "TEXT", nullable: false),
                    explained = table.Column<string>(type: "TEXT", nullable: true),
                    next_step = table.Column<string>(type: "TEXT", nullable: true),
                    case_number = table.Column<string>(type: "TEXT", nullable: true),
                    heard_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tips", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tips_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_agreements",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    edition_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    acknowledged_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_agreements", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_charter_agreements_charter_editions_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "charter_editions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "captured",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    feed_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    inbound = table.Column<bool>(type: "INTEGER", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    files = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    readers = table.Column<string>(type: "TEXT", nullable: false),
                    readers_chosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captured", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_captured_feeds_tenant_id_feed_id",
                        columns: x => new { x.tenant_id, x.feed_id },
                        principalTable: "feeds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_folders",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    feed_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    validity = table.Column<long>(type: "INTEGER", nullable: false),
                    last_uid = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_folders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_feed_folders_feeds_tenant_id_feed_id",
                        columns: x => new { x.tenant_id, x.feed_id },
                        principalTable: "feeds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_runs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    feed_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fetched = table.Column<int>(type: "INTEGER", nullable: false),
                    filed = table.Column<int>(type: "INTEGER", nullable: false),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<bool>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    fault_detail = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_runs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_feed_runs_feeds_tenant_id_feed_id",
                        columns: x => new { x.tenant_id, x.feed_id },
                        principalTable: "feeds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fit_criteria",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fit_profile_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    is_of_deal = table.Column<bool>(type: "INTEGER", nullable: false),
                    folded_text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fit_criteria", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_fit_criteria_fit_profiles_tenant_id_fit_profile_id",
                        columns: x => new { x.tenant_id, x.fit_profile_id },
                        principalTable: "fit_profiles",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lessons",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    meeting_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lessons", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lessons_lesson_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "lesson_meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_editions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    process_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    in_force_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    takes_running = table.Column<bool>(type: "INTEGER", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_editions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_process_editions_processes_tenant_id_process_id",
                        columns: x => new { x.tenant_id, x.process_id },
                        principalTable: "processes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "listed_prices",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    price_list_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    product_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_prices", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_listed_prices_price_lists_tenant_id_price_list_id",
                        columns: x => new { x.tenant_id, x.price_list_id },
                        principalTable: "price_lists",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listed_prices_products_tenant_id_product_id",
                        columns: x => new { x.tenant_id, x.product_id },
                        principalTable: "products",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reward_lines",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payout_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fact = table.Column<string>(type: "TEXT", nullable: false),
                    fact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rule_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reward_lines_reward_payouts_tenant_id_payout_id",
                        columns: x => new { x.tenant_id, x.payout_id },
                        principalTable: "reward_payouts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reward_lines_reward_rules_tenant_id_rule_id",
                        columns: x => new { x.tenant_id, x.rule_id },
                        principalTable: "reward_rules",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_survey_answers",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    survey_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_after = table.Column<bool>(type: "INTEGER", nullable: false),
                    one = table.Column<int>(type: "INTEGER", nullable: false),
                    two = table.Column<int>(type: "INTEGER", nullable: false),
                    open = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_survey_answers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_service_survey_answers_service_surveys_tenant_id_survey_id",
                        columns: x => new { x.tenant_id, x.survey_id },
                        principalTable: "service_surveys",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_survey_links",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    survey_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_after = table.Column<bool>(type: "INTEGER", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_used = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_survey_links", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_service_survey_links_service_surveys_tenant_id_survey_id",
                        columns: x => new { x.tenant_id, x.survey_id },
                        principalTable: "service_surveys",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opportunities",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    end = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: true),
                    business = table.Column<string>(type: "TEXT", nullable: false),
                    close_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    closed_because = table.Column<string>(type: "TEXT", nullable: true),
                    main_product_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    price_list_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    process_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    follows_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    custom_fields = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stage_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunities", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunities_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opportunities_price_lists_tenant_id_price_list_id",
                        columns: x => new { x.tenant_id, x.price_list_id },
                        principalTable: "price_lists",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opportunities_processes_tenant_id_process_id",
                        columns: x => new { x.tenant_id, x.process_id },
                        principalTable: "processes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opportunities_products_tenant_id_main_product_id",
                        columns: x => new { x.tenant_id, x.main_product_id },
                        principalTable: "products",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opportunities_stages_tenant_id_stage_id",
                        columns: x => new { x.tenant_id, x.stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_steps",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    process_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: true),
                    is_binding = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: true),
                    follows_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_of_stage = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_process_steps_processes_tenant_id_process_id",
                        columns: x => new { x.tenant_id, x.process_id },
                        principalTable: "processes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_steps_stages_tenant_id_stage_id",
                        columns: x => new { x.tenant_id, x.stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    login_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_service = table.Column<bool>(type: "INTEGER", nullable: false),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    culture = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_people_teams_tenant_id_team_id",
                        columns: x => new { x.tenant_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    about_kind = table.Column<string>(type: "TEXT", nullable: true),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_attachments_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_attached_contents_tenant_id_content_id",
                        columns: x => new { x.tenant_id, x.content_id },
                        principalTable: "attached_contents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "common_ground",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    consent = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_common_ground", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_common_ground_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interactions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    listened_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    inbound = table.Column<bool>(type: "INTEGER", nullable: true),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    about_kind = table.Column<string>(type: "TEXT", nullable: true),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_hidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interactions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_interactions_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interactions_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    company = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    phone_e164 = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    need = table.Column<string>(type: "TEXT", nullable: true),
                    came_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    end = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    converted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    custom_fields = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    folded_company = table.Column<string>(type: "TEXT", nullable: false),
                    folded_email = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_leads_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_leads_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "map_people",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    placeholder = table.Column<string>(type: "TEXT", nullable: true),
                    is_body = table.Column<bool>(type: "INTEGER", nullable: false),
                    sits_in_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    seated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    colleague_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    reports_to_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    influence = table.Column<string>(type: "TEXT", nullable: true),
                    stance = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    x = table.Column<int>(type: "INTEGER", nullable: true),
                    y = table.Column<int>(type: "INTEGER", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_map_people", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_map_people_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_map_people_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_map_people_map_people_tenant_id_reports_to_id",
                        columns: x => new { x.tenant_id, x.reports_to_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_map_people_map_people_tenant_id_sits_in_id",
                        columns: x => new { x.tenant_id, x.sits_in_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_positions_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_positions_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_cases",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    solved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    rating = table.Column<string>(type: "TEXT", nullable: true),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    rated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rated_from = table.Column<string>(type: "TEXT", nullable: true),
                    rated_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asked_for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_cases", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_service_cases_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_cases_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "silent_contacts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    found_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kept_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silent_contacts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_silent_contacts_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    about_kind = table.Column<string>(type: "TEXT", nullable: true),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    aims_at = table.Column<string>(type: "TEXT", nullable: true),
                    expected = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tasks_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tip_disputes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tip_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    says = table.Column<string>(type: "TEXT", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    settlement = table.Column<string>(type: "TEXT", nullable: true),
                    credit_to_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    settled_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tip_disputes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tip_disputes_tips_tenant_id_tip_id",
                        columns: x => new { x.tenant_id, x.tip_id },
                        principalTable: "tips",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "captured_addresses",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    captured_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captured_addresses", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_captured_addresses_captured_tenant_id_captured_id",
                        columns: x => new { x.tenant_id, x.captured_id },
                        principalTable: "captured",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concessions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    give = table.Column<string>(type: "TEXT", nullable: false),
                    get = table.Column<string>(type: "TEXT", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    percent = table.Column<double>(type: "REAL", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    granted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concessions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_concessions_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concessions_stages_tenant_id_stage_id",
                        columns: x => new { x.tenant_id, x.stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contracts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    deal_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    follows_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    term_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    renews_months = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_days = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_given_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recurring = table.Column<long>(type: "INTEGER", nullable: true),
                    every = table.Column<string>(type: "TEXT", nullable: false),
                    one_off = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    folded_name = table.Column<string>(type: "TEXT", nullable: false),
                    per_year = table.Column<long>(type: "INTEGER", nullable: true),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contracts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_contracts_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contracts_contracts_tenant_id_follows_id",
                        columns: x => new { x.tenant_id, x.follows_id },
                        principalTable: "contracts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contracts_opportunities_tenant_id_deal_id",
                        columns: x => new { x.tenant_id, x.deal_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal_agreements",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    rung = table.Column<string>(type: "TEXT", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    way = table.Column<string>(type: "TEXT", nullable: true),
                    kept = table.Column<bool>(type: "INTEGER", nullable: true),
                    kept_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_agreements", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_deal_agreements_contacts_tenant_id_by_id",
                        columns: x => new { x.tenant_id, x.by_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deal_agreements_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal_formations",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    forward = table.Column<int>(type: "INTEGER", nullable: true),
                    our_strength = table.Column<string>(type: "TEXT", nullable: true),
                    our_weakness = table.Column<string>(type: "TEXT", nullable: true),
                    opponent = table.Column<string>(type: "TEXT", nullable: true),
                    their_strength = table.Column<string>(type: "TEXT", nullable: true),
                    their_weakness = table.Column<string>(type: "TEXT", nullable: true),
                    counter = table.Column<string>(type: "TEXT", nullable: true),
                    condition = table.Column<int>(type: "INTEGER", nullable: true),
                    climate = table.Column<int>(type: "INTEGER", nullable: true),
                    well_being = table.Column<int>(type: "INTEGER", nullable: true),
                    team_spirit = table.Column<int>(type: "INTEGER", nullable: true),
                    collaboration = table.Column<int>(type: "INTEGER", nullable: true),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_formations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_deal_formations_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal_issues",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    understood_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    confirmed_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_issues", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_deal_issues_contacts_tenant_id_confirmed_by_id",
                        columns: x => new { x.tenant_id, x.confirmed_by_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deal_issues_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal_objectives",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_objectives", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_deal_objectives_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal_reviews",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reviewed_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    codes = table.Column<string>(type: "TEXT", nullable: false),
                    first = table.Column<string>(type: "TEXT", nullable: true),
                    their_word = table.Column<string>(type: "TEXT", nullable: true),
                    our_word = table.Column<string>(type: "TEXT", nullable: true),
                    lesson = table.Column<string>(type: "TEXT", nullable: true),
                    lesson_for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    lesson_state = table.Column<string>(type: "TEXT", nullable: true),
                    lesson_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deal_reviews", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_deal_reviews_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    needed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    away = table.Column<int>(type: "INTEGER", nullable: true),
                    away_in_rush = table.Column<int>(type: "INTEGER", nullable: true),
                    to_person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    department_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    anybody = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    refused_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    refused_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refusal = table.Column<string>(type: "TEXT", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    helper_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    allocated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_rescued = table.Column<bool>(type: "INTEGER", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    effect = table.Column<string>(type: "TEXT", nullable: true),
                    effect_said = table.Column<string>(type: "TEXT", nullable: true),
                    spent = table.Column<int>(type: "INTEGER", nullable: true),
                    cost = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    turf_case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_requests", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_help_requests_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_help_requests_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_help_requests_turf_cases_tenant_id_turf_case_id",
                        columns: x => new { x.tenant_id, x.turf_case_id },
                        principalTable: "turf_cases",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_plans",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    agenda_sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    concept = table.Column<string>(type: "TEXT", nullable: true),
                    perspective = table.Column<string>(type: "TEXT", nullable: true),
                    best = table.Column<string>(type: "TEXT", nullable: true),
                    best_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    least = table.Column<string>(type: "TEXT", nullable: true),
                    least_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    objective_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    credibility = table.Column<string>(type: "TEXT", nullable: true),
                    credibility_note = table.Column<string>(type: "TEXT", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreed_how = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_plans", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_meeting_plans_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "move_notes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    without = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    is_stated = table.Column<bool>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_move_notes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_move_notes_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_move_notes_stages_tenant_id_from_stage_id",
                        columns: x => new { x.tenant_id, x.from_stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_move_notes_stages_tenant_id_to_stage_id",
                        columns: x => new { x.tenant_id, x.to_stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "negotiations",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    they_know = table.Column<bool>(type: "INTEGER", nullable: true),
                    has_authority = table.Column<bool>(type: "INTEGER", nullable: true),
                    counterpart_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    list_price = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    price_answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_negotiations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_negotiations_contacts_tenant_id_counterpart_id",
                        columns: x => new { x.tenant_id, x.counterpart_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_negotiations_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opportunity_lines",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    product_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: true),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunity_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunity_lines_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opportunity_lines_products_tenant_id_product_id",
                        columns: x => new { x.tenant_id, x.product_id },
                        principalTable: "products",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opportunity_states",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to = table.Column<DateTime>(type: "TEXT", nullable: true),
                    bucket = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    end = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    close_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    category = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunity_states", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunity_states_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_anchors",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    learned = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_anchors", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_price_anchors_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    attachment_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sent_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    stated_by = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_proposals_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pursuit_decisions",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    choice = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    stop_rule = table.Column<string>(type: "TEXT", nullable: true),
                    again_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    advised = table.Column<string>(type: "TEXT", nullable: false),
                    advised_by = table.Column<string>(type: "TEXT", nullable: false),
                    fit_score = table.Column<int>(type: "INTEGER", nullable: true),
                    fit_unknown = table.Column<int>(type: "INTEGER", nullable: true),
                    fit_edition = table.Column<int>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    interest = table.Column<int>(type: "INTEGER", nullable: true),
                    chance = table.Column<int>(type: "INTEGER", nullable: true),
                    roles_known = table.Column<int>(type: "INTEGER", nullable: false),
                    talks = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    hours = table.Column<int>(type: "INTEGER", nullable: true),
                    days_open = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pursuit_decisions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_pursuit_decisions_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pursuit_sayings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<int>(type: "INTEGER", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pursuit_sayings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_pursuit_sayings_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_firings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rule_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    of_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    did = table.Column<string>(type: "TEXT", nullable: false),
                    failed = table.Column<string>(type: "TEXT", nullable: false),
                    told_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_firings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_rule_firings_deal_rules_tenant_id_rule_id",
                        columns: x => new { x.tenant_id, x.rule_id },
                        principalTable: "deal_rules",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rule_firings_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seen_signs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sign = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_signs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_seen_signs_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_links",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shelf = table.Column<int>(type: "INTEGER", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_links", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_links_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_plans",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    aim = table.Column<string>(type: "TEXT", nullable: true),
                    wanted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_plans", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_plans_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talk_ratings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    interaction_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_ratings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_talk_ratings_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "value_items",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    capability = table.Column<string>(type: "TEXT", nullable: false),
                    offered = table.Column<double>(type: "REAL", nullable: true),
                    needed = table.Column<double>(type: "REAL", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_elsewhere = table.Column<bool>(type: "INTEGER", nullable: true),
                    worth = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    proof_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_items", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_value_items_contacts_tenant_id_for_id",
                        columns: x => new { x.tenant_id, x.for_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_value_items_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_value_items_proofs_tenant_id_proof_id",
                        columns: x => new { x.tenant_id, x.proof_id },
                        principalTable: "proofs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "walk_aways",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closed = table.Column<string>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    for_line = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_walk_aways", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_walk_aways_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_steps",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: true),
                    for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    gate_step_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    task_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    is_done_by_them = table.Column<bool>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_steps_contacts_tenant_id_for_id",
                        columns: x => new { x.tenant_id, x.for_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_steps_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_steps_process_steps_tenant_id_gate_step_id",
                        columns: x => new { x.tenant_id, x.gate_step_id },
                        principalTable: "process_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_steps_stages_tenant_id_stage_id",
                        columns: x => new { x.tenant_id, x.stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_memberships_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_teams_tenant_id_team_id",
                        columns: x => new { x.tenant_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "captured_touches",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    captured_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    interaction_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captured_touches", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_captured_touches_captured_tenant_id_captured_id",
                        columns: x => new { x.tenant_id, x.captured_id },
                        principalTable: "captured",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_captured_touches_interactions_tenant_id_interaction_id",
                        columns: x => new { x.tenant_id, x.interaction_id },
                        principalTable: "interactions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    lead_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: true),
                    is_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    attachment_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_consents_attachments_tenant_id_attachment_id",
                        columns: x => new { x.tenant_id, x.attachment_id },
                        principalTable: "attachments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fit_answers",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    lead_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fit_criterion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    said = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fit_answers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_fit_answers_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fit_answers_fit_criteria_tenant_id_fit_criterion_id",
                        columns: x => new { x.tenant_id, x.fit_criterion_id },
                        principalTable: "fit_criteria",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fit_answers_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fit_answers_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "map_parts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    map_person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_map_parts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_map_parts_map_people_tenant_id_map_person_id",
                        columns: x => new { x.tenant_id, x.map_person_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "map_ties",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_map_ties", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_map_ties_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_map_ties_map_people_tenant_id_from_id",
                        columns: x => new { x.tenant_id, x.from_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_map_ties_map_people_tenant_id_to_id",
                        columns: x => new { x.tenant_id, x.to_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_judgements",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    map_person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    topic = table.Column<string>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    who_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ground = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_judgements", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_plan_judgements_map_people_tenant_id_map_person_id",
                        columns: x => new { x.tenant_id, x.map_person_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_judgements_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_strengths",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    map_person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    so_what = table.Column<string>(type: "TEXT", nullable: true),
                    aims_at = table.Column<string>(type: "TEXT", nullable: true),
                    proof = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_strengths", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_plan_strengths_map_people_tenant_id_map_person_id",
                        columns: x => new { x.tenant_id, x.map_person_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_strengths_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "favours",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    with_contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    task_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_favours", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_favours_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_favours_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_favours_contacts_tenant_id_with_contact_id",
                        columns: x => new { x.tenant_id, x.with_contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_favours_tasks_tenant_id_task_id",
                        columns: x => new { x.tenant_id, x.task_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signals",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    follow_up_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_signals_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signals_tasks_tenant_id_follow_up_id",
                        columns: x => new { x.tenant_id, x.follow_up_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discounts_told",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    concession_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    told_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discounts_told", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_discounts_told_concessions_tenant_id_concession_id",
                        columns: x => new { x.tenant_id, x.concession_id },
                        principalTable: "concessions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discounts_told_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_renewals",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contract_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    term_ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_renewals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_contract_renewals_contracts_tenant_id_contract_id",
                        columns: x => new { x.tenant_id, x.contract_id },
                        principalTable: "contracts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_renewals_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "strategy_reads",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    objective_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    read_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_reads", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_strategy_reads_deal_objectives_tenant_id_objective_id",
                        columns: x => new { x.tenant_id, x.objective_id },
                        principalTable: "deal_objectives",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_strategy_reads_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_criteria",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    review_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    criterion = table.Column<string>(type: "TEXT", nullable: false),
                    strength = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    contributors = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_criteria", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_review_criteria_deal_reviews_tenant_id_review_id",
                        columns: x => new { x.tenant_id, x.review_id },
                        principalTable: "deal_reviews",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_criteria_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debriefs",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    meeting_plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    told_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    picture = table.Column<string>(type: "TEXT", nullable: true),
                    heard = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_debriefs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_debriefs_meeting_plans_tenant_id_meeting_plan_id",
                        columns: x => new { x.tenant_id, x.meeting_plan_id },
                        principalTable: "meeting_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_debriefs_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_lines",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    meeting_plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    deal_issue_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    so_what = table.Column<string>(type: "TEXT", nullable: true),
                    proof = table.Column<string>(type: "TEXT", nullable: true),
                    proof_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    unanswered = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_meeting_lines_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_lines_deal_issues_tenant_id_deal_issue_id",
                        columns: x => new { x.tenant_id, x.deal_issue_id },
                        principalTable: "deal_issues",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_lines_meeting_plans_tenant_id_meeting_plan_id",
                        columns: x => new { x.tenant_id, x.meeting_plan_id },
                        principalTable: "meeting_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_lines_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_lines_proofs_tenant_id_proof_id",
                        columns: x => new { x.tenant_id, x.proof_id },
                        principalTable: "proofs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_openings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shared_link_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_openings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_openings_shared_links_tenant_id_shared_link_id",
                        columns: x => new { x.tenant_id, x.shared_link_id },
                        principalTable: "shared_links",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_sayings",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shared_step_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    did = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_sayings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_sayings_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_sayings_shared_steps_tenant_id_shared_step_id",
                        columns: x => new { x.tenant_id, x.shared_step_id },
                        principalTable: "shared_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_evidence",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    shared_step_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage_evidence", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_stage_evidence_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stage_evidence_process_steps_tenant_id_step_id",
                        columns: x => new { x.tenant_id, x.step_id },
                        principalTable: "process_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stage_evidence_shared_steps_tenant_id_shared_step_id",
                        columns: x => new { x.tenant_id, x.shared_step_id },
                        principalTable: "shared_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stage_evidence_stages_tenant_id_stage_id",
                        columns: x => new { x.tenant_id, x.stage_id },
                        principalTable: "stages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_looks",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    before_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    after_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    came = table.Column<string>(type: "TEXT", nullable: true),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_looks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_plan_looks_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_looks_plan_judgements_tenant_id_after_id",
                        columns: x => new { x.tenant_id, x.after_id },
                        principalTable: "plan_judgements",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_looks_plan_judgements_tenant_id_before_id",
                        columns: x => new { x.tenant_id, x.before_id },
                        principalTable: "plan_judgements",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debrief_changes",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    debrief_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opportunity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: true),
                    map_person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    value = table.Column<int>(type: "INTEGER", nullable: true),
                    deal_issue_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    part = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_debrief_changes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_debrief_changes_contacts_tenant_id_contact_id",
                        columns: x => new { x.tenant_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_debrief_changes_deal_issues_tenant_id_deal_issue_id",
                        columns: x => new { x.tenant_id, x.deal_issue_id },
                        principalTable: "deal_issues",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_debrief_changes_debriefs_tenant_id_debrief_id",
                        columns: x => new { x.tenant_id, x.debrief_id },
                        principalTable: "debriefs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_debrief_changes_map_people_tenant_id_map_person_id",
                        columns: x => new { x.tenant_id, x.map_person_id },
                        principalTable: "map_people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_debrief_changes_opportunities_tenant_id_opportunity_id",
                        columns: x => new { x.tenant_id, x.opportunity_id },
                        principalTable: "opportunities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_tenant_id_viewer_id_kind_owner_id",
                table: "access",
                columns: new[] { "tenant_id", "viewer_id", "kind", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_members_tenant_id_account_id_person_id",
                table: "account_members",
                columns: new[] { "tenant_id", "account_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_members_tenant_id_person_id",
                table: "account_members",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_plans_tenant_id_account_id",
                table: "account_plans",
                columns: new[] { "tenant_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_steps_tenant_id_class_position",
                table: "account_steps",
                columns: new[] { "tenant_id", "class", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_account_steps_done_tenant_id_account_id_step_id",
                table: "account_steps_done",
                columns: new[] { "tenant_id", "account_id", "step_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_steps_done_tenant_id_step_id",
                table: "account_steps_done",
                columns: new[] { "tenant_id", "step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_employees_id",
                table: "accounts",
                columns: new[] { "tenant_id", "employees", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_folded_name_id",
                table: "accounts",
                columns: new[] { "tenant_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_merged_into_id",
                table: "accounts",
                columns: new[] { "tenant_id", "merged_into_id" },
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_owner_id_folded_name_id",
                table: "accounts",
                columns: new[] { "tenant_id", "owner_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_parent_id_folded_name_id",
                table: "accounts",
                columns: new[] { "tenant_id", "parent_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_removed_at",
                table: "accounts",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_site",
                table: "accounts",
                columns: new[] { "tenant_id", "site" },
                filter: "site IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_source_id",
                table: "accounts",
                columns: new[] { "tenant_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_tenant_id_secret_hash",
                table: "api_keys",
                columns: new[] { "tenant_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attached_contents_tenant_id_hash",
                table: "attached_contents",
                columns: new[] { "tenant_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_about_id_added_on",
                table: "attachments",
                columns: new[] { "tenant_id", "about_id", "added_on" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_account_id_added_on",
                table: "attachments",
                columns: new[] { "tenant_id", "account_id", "added_on" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_contact_id_added_on",
                table: "attachments",
                columns: new[] { "tenant_id", "contact_id", "added_on" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_content_id",
                table: "attachments",
                columns: new[] { "tenant_id", "content_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_removed_at",
                table: "attachments",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_capture_choices_tenant_id_person_id",
                table: "capture_choices",
                columns: new[] { "tenant_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_captured_tenant_id_feed_id",
                table: "captured",
                columns: new[] { "tenant_id", "feed_id" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_tenant_id_key",
                table: "captured",
                columns: new[] { "tenant_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_tenant_id_person_id_key",
                table: "captured",
                columns: new[] { "tenant_id", "person_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_captured_tenant_id_person_id_state_occurred_at",
                table: "captured",
                columns: new[] { "tenant_id", "person_id", "state", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_addresses_tenant_id_address",
                table: "captured_addresses",
                columns: new[] { "tenant_id", "address" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_addresses_tenant_id_captured_id",
                table: "captured_addresses",
                columns: new[] { "tenant_id", "captured_id" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_addresses_tenant_id_contact_id",
                table: "captured_addresses",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_captured_touches_tenant_id_captured_id_interaction_id",
                table: "captured_touches",
                columns: new[] { "tenant_id", "captured_id", "interaction_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_captured_touches_tenant_id_interaction_id",
                table: "captured_touches",
                columns: new[] { "tenant_id", "interaction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_charter_agreements_tenant_id_edition_id_person_id",
                table: "charter_agreements",
                columns: new[] { "tenant_id", "edition_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_charter_agreements_tenant_id_person_id",
                table: "charter_agreements",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_charter_editions_tenant_id_situation_number",
                table: "charter_editions",
                columns: new[] { "tenant_id", "situation", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closing_needs_tenant_id_role_way",
                table: "closing_needs",
                columns: new[] { "tenant_id", "role", "way" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_common_ground_tenant_id_contact_id",
                table: "common_ground",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concessions_tenant_id_granted_on_opportunity_id",
                table: "concessions",
                columns: new[] { "tenant_id", "granted_on", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concessions_tenant_id_opportunity_id",
                table: "concessions",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concessions_tenant_id_removed_at",
                table: "concessions",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_concessions_tenant_id_stage_id",
                table: "concessions",
                columns: new[] { "tenant_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_tenant_id_attachment_id",
                table: "consents",
                columns: new[] { "tenant_id", "attachment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_tenant_id_contact_id",
                table: "consents",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_tenant_id_lead_id",
                table: "consents",
                columns: new[] { "tenant_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_account_id_folded_name_id",
                table: "contacts",
                columns: new[] { "tenant_id", "account_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_folded_email",
                table: "contacts",
                columns: new[] { "tenant_id", "folded_email" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_folded_name_id",
                table: "contacts",
                columns: new[] { "tenant_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_merged_into_id",
                table: "contacts",
                columns: new[] { "tenant_id", "merged_into_id" },
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_mobile_e164",
                table: "contacts",
                columns: new[] { "tenant_id", "mobile_e164" },
                filter: "mobile_e164 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_owner_id_folded_name_id",
                table: "contacts",
                columns: new[] { "tenant_id", "owner_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_phone_e164",
                table: "contacts",
                columns: new[] { "tenant_id", "phone_e164" },
                filter: "phone_e164 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_removed_at",
                table: "contacts",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_tenant_id_source_id",
                table: "contacts",
                columns: new[] { "tenant_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_tenant_id_contract_id_term_ends_on",
                table: "contract_renewals",
                columns: new[] { "tenant_id", "contract_id", "term_ends_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewals_tenant_id_opportunity_id",
                table: "contract_renewals",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_account_id",
                table: "contracts",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_deal_id",
                table: "contracts",
                columns: new[] { "tenant_id", "deal_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_ends_on_id",
                table: "contracts",
                columns: new[] { "tenant_id", "ends_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_folded_name_id",
                table: "contracts",
                columns: new[] { "tenant_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_follows_id",
                table: "contracts",
                columns: new[] { "tenant_id", "follows_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_notice_on_id",
                table: "contracts",
                columns: new[] { "tenant_id", "notice_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_owner_id_notice_on_id",
                table: "contracts",
                columns: new[] { "tenant_id", "owner_id", "notice_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_per_year_id",
                table: "contracts",
                columns: new[] { "tenant_id", "per_year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_removed_at",
                table: "contracts",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_source_id",
                table: "contracts",
                columns: new[] { "tenant_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_tenant_id_starts_on_id",
                table: "contracts",
                columns: new[] { "tenant_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_custom_fields_tenant_id_kind_key",
                table: "custom_fields",
                columns: new[] { "tenant_id", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custom_objects_tenant_id_key",
                table: "custom_objects",
                columns: new[] { "tenant_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deal_agreements_tenant_id_by_id",
                table: "deal_agreements",
                columns: new[] { "tenant_id", "by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_agreements_tenant_id_opportunity_id",
                table: "deal_agreements",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_agreements_tenant_id_removed_at",
                table: "deal_agreements",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deal_agreements_tenant_id_said_by_id_said_on",
                table: "deal_agreements",
                columns: new[] { "tenant_id", "said_by_id", "said_on" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_formations_tenant_id_opportunity_id",
                table: "deal_formations",
                columns: new[] { "tenant_id", "opportunity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deal_issues_tenant_id_confirmed_by_id",
                table: "deal_issues",
                columns: new[] { "tenant_id", "confirmed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_issues_tenant_id_opportunity_id_confirmed_on",
                table: "deal_issues",
                columns: new[] { "tenant_id", "opportunity_id", "confirmed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_issues_tenant_id_removed_at",
                table: "deal_issues",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deal_objectives_tenant_id_opportunity_id",
                table: "deal_objectives",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_reviews_tenant_id_opportunity_id",
                table: "deal_reviews",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_reviews_tenant_id_removed_at",
                table: "deal_reviews",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deal_reviews_tenant_id_reviewed_on",
                table: "deal_reviews",
                columns: new[] { "tenant_id", "reviewed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_deal_rules_tenant_id_code",
                table: "deal_rules",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_contact_id",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_deal_issue_id",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "deal_issue_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_debrief_id",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "debrief_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_map_person_id",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "map_person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_opportunity_id",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debrief_changes_tenant_id_removed_at",
                table: "debrief_changes",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_debriefs_tenant_id_meeting_plan_id",
                table: "debriefs",
                columns: new[] { "tenant_id", "meeting_plan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_debriefs_tenant_id_opportunity_id_on",
                table: "debriefs",
                columns: new[] { "tenant_id", "opportunity_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_debriefs_tenant_id_removed_at",
                table: "debriefs",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_tenant_id_next_try_at",
                table: "deliveries",
                columns: new[] { "tenant_id", "next_try_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_tenant_id_reaction_subject_id_subject_version",
                table: "deliveries",
                columns: new[] { "tenant_id", "reaction", "subject_id", "subject_version" });

            migrationBuilder.CreateIndex(
                name: "ix_desk_notes_tenant_id_account_id_asked_on",
                table: "desk_notes",
                columns: new[] { "tenant_id", "account_id", "asked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_desk_notes_tenant_id_removed_at",
                table: "desk_notes",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_discounts_told_tenant_id_concession_id",
                table: "discounts_told",
                columns: new[] { "tenant_id", "concession_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discounts_told_tenant_id_opportunity_id",
                table: "discounts_told",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_discounts_told_unread",
                table: "discounts_told",
                columns: new[] { "tenant_id", "told_id" },
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_tenant_id_first_id_second_id",
                table: "duplicate_pairs",
                columns: new[] { "tenant_id", "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_tenant_id_kind_apart_at_score_id",
                table: "duplicate_pairs",
                columns: new[] { "tenant_id", "kind", "apart_at", "score", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_tenant_id_second_id",
                table: "duplicate_pairs",
                columns: new[] { "tenant_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_tenant_id_recorded_at",
                table: "event",
                columns: new[] { "tenant_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_tenant_id_subject_id_occurred_at",
                table: "event",
                columns: new[] { "tenant_id", "subject_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_tenant_id_timeline_id_occurred_at",
                table: "event",
                columns: new[] { "tenant_id", "timeline_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_exchange_rates_tenant_id_currency_on",
                table: "exchange_rates",
                columns: new[] { "tenant_id", "currency", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expertise_tenant_id_folded_topic_id",
                table: "expertise",
                columns: new[] { "tenant_id", "folded_topic", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_expertise_tenant_id_owner_id",
                table: "expertise",
                columns: new[] { "tenant_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_expertise_tenant_id_removed_at",
                table: "expertise",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_account_id_on",
                table: "favours",
                columns: new[] { "tenant_id", "account_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_contact_id",
                table: "favours",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_owner_id",
                table: "favours",
                columns: new[] { "tenant_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_removed_at",
                table: "favours",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_task_id",
                table: "favours",
                columns: new[] { "tenant_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_favours_tenant_id_with_contact_id",
                table: "favours",
                columns: new[] { "tenant_id", "with_contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_folders_tenant_id_feed_id_name",
                table: "feed_folders",
                columns: new[] { "tenant_id", "feed_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feed_runs_tenant_id_at",
                table: "feed_runs",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_runs_tenant_id_feed_id_at",
                table: "feed_runs",
                columns: new[] { "tenant_id", "feed_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_feeds_tenant_id_person_id",
                table: "feeds",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_field_rules_tenant_id_role_kind_field",
                table: "field_rules",
                columns: new[] { "tenant_id", "role", "kind", "field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fit_answers_tenant_id_account_id_on_id",
                table: "fit_answers",
                columns: new[] { "tenant_id", "account_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fit_answers_tenant_id_fit_criterion_id",
                table: "fit_answers",
                columns: new[] { "tenant_id", "fit_criterion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fit_answers_tenant_id_lead_id_on_id",
                table: "fit_answers",
                columns: new[] { "tenant_id", "lead_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fit_answers_tenant_id_opportunity_id_on_id",
                table: "fit_answers",
                columns: new[] { "tenant_id", "opportunity_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fit_criteria_tenant_id_fit_profile_id",
                table: "fit_criteria",
                columns: new[] { "tenant_id", "fit_profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fit_profiles_tenant_id_number",
                table: "fit_profiles",
                columns: new[] { "tenant_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_forecast_calls_tenant_id_from_to_owner_id_by_id",
                table: "forecast_calls",
                columns: new[] { "tenant_id", "from", "to", "owner_id", "by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_account_id",
                table: "help_requests",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_asked_at_department_id",
                table: "help_requests",
                columns: new[] { "tenant_id", "asked_at", "department_id" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_helper_id_allocated_at",
                table: "help_requests",
                columns: new[] { "tenant_id", "helper_id", "allocated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_opportunity_id",
                table: "help_requests",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_owner_id_asked_at",
                table: "help_requests",
                columns: new[] { "tenant_id", "owner_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_removed_at",
                table: "help_requests",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_state_asked_at",
                table: "help_requests",
                columns: new[] { "tenant_id", "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_tenant_id_turf_case_id",
                table: "help_requests",
                columns: new[] { "tenant_id", "turf_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ignored_addresses_tenant_id_person_id_pattern",
                table: "ignored_addresses",
                columns: new[] { "tenant_id", "person_id", "pattern" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_remarks_tenant_id_run_id_file_row",
                table: "import_remarks",
                columns: new[] { "tenant_id", "run_id", "file", "row" });

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_tenant_id_made_at",
                table: "import_runs",
                columns: new[] { "tenant_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_tenant_id_run_id_kind_subject_id",
                table: "imported_rows",
                columns: new[] { "tenant_id", "run_id", "kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_tenant_id_subject_id_subject_version",
                table: "imported_rows",
                columns: new[] { "tenant_id", "subject_id", "subject_version" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_about_id_occurred_at",
                table: "interactions",
                columns: new[] { "tenant_id", "about_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_account_id_occurred_at",
                table: "interactions",
                columns: new[] { "tenant_id", "account_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_contact_id_occurred_at",
                table: "interactions",
                columns: new[] { "tenant_id", "contact_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_occurred_at_id",
                table: "interactions",
                columns: new[] { "tenant_id", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_owner_id_occurred_at",
                table: "interactions",
                columns: new[] { "tenant_id", "owner_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_removed_at",
                table: "interactions",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_tenant_id_source_id",
                table: "interactions",
                columns: new[] { "tenant_id", "source_id" },
                filter: "source_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_tenant_id_state_next_try_at",
                table: "jobs",
                columns: new[] { "tenant_id", "state", "next_try_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_tenant_id_subject_id",
                table: "jobs",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_journey_editions_tenant_id_number",
                table: "journey_editions",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_account_id",
                table: "leads",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_came_on_id",
                table: "leads",
                columns: new[] { "tenant_id", "came_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_contact_id",
                table: "leads",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_folded_company_id",
                table: "leads",
                columns: new[] { "tenant_id", "folded_company", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_folded_email",
                table: "leads",
                columns: new[] { "tenant_id", "folded_email" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_folded_name_id",
                table: "leads",
                columns: new[] { "tenant_id", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_merged_into_id",
                table: "leads",
                columns: new[] { "tenant_id", "merged_into_id" },
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_owner_id_id",
                table: "leads",
                columns: new[] { "tenant_id", "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_phone_e164",
                table: "leads",
                columns: new[] { "tenant_id", "phone_e164" },
                filter: "phone_e164 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_removed_at",
                table: "leads",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_source_id",
                table: "leads",
                columns: new[] { "tenant_id", "source_id" },
                filter: "source_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_status_came_on",
                table: "leads",
                columns: new[] { "tenant_id", "status", "came_on" });

            migrationBuilder.CreateIndex(
                name: "ix_lesson_meetings_tenant_id_held_on",
                table: "lesson_meetings",
                columns: new[] { "tenant_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_lessons_tenant_id_meeting_id",
                table: "lessons",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_listed_prices_tenant_id_price_list_id_product_id",
                table: "listed_prices",
                columns: new[] { "tenant_id", "price_list_id", "product_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_listed_prices_tenant_id_product_id",
                table: "listed_prices",
                columns: new[] { "tenant_id", "product_id" });

            migrationBuilder.CreateIndex(
                name: "ix_logins_normalized_email",
                table: "logins",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_logins_normalized_user_name",
                table: "logins",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_looks_tenant_id_day",
                table: "looks",
                columns: new[] { "tenant_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_looks_tenant_id_subject_id_day_viewer_id_what",
                table: "looks",
                columns: new[] { "tenant_id", "subject_id", "day", "viewer_id", "what" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_map_parts_tenant_id_map_person_id",
                table: "map_parts",
                columns: new[] { "tenant_id", "map_person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_parts_tenant_id_opportunity_id",
                table: "map_parts",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_parts_tenant_id_removed_at",
                table: "map_parts",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_map_people_tenant_id_account_id",
                table: "map_people",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_people_tenant_id_contact_id",
                table: "map_people",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_people_tenant_id_removed_at",
                table: "map_people",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_map_people_tenant_id_reports_to_id",
                table: "map_people",
                columns: new[] { "tenant_id", "reports_to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_people_tenant_id_sits_in_id",
                table: "map_people",
                columns: new[] { "tenant_id", "sits_in_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_ties_tenant_id_account_id",
                table: "map_ties",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_ties_tenant_id_from_id",
                table: "map_ties",
                columns: new[] { "tenant_id", "from_id" });

            migrationBuilder.CreateIndex(
                name: "ix_map_ties_tenant_id_removed_at",
                table: "map_ties",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_map_ties_tenant_id_to_id",
                table: "map_ties",
                columns: new[] { "tenant_id", "to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_contact_id",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_deal_issue_id",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "deal_issue_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_meeting_plan_id",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "meeting_plan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_opportunity_id",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_proof_id",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "proof_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_lines_tenant_id_removed_at",
                table: "meeting_lines",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plans_tenant_id_opportunity_id_on",
                table: "meeting_plans",
                columns: new[] { "tenant_id", "opportunity_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plans_tenant_id_removed_at",
                table: "meeting_plans",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_tenant_id_person_id_from",
                table: "memberships",
                columns: new[] { "tenant_id", "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_tenant_id_team_id",
                table: "memberships",
                columns: new[] { "tenant_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_move_notes_tenant_id_from_stage_id",
                table: "move_notes",
                columns: new[] { "tenant_id", "from_stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_move_notes_tenant_id_opportunity_id",
                table: "move_notes",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_move_notes_tenant_id_to_stage_id",
                table: "move_notes",
                columns: new[] { "tenant_id", "to_stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_negotiations_tenant_id_counterpart_id",
                table: "negotiations",
                columns: new[] { "tenant_id", "counterpart_id" });

            migrationBuilder.CreateIndex(
                name: "ix_negotiations_tenant_id_opportunity_id",
                table: "negotiations",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_object_records_tenant_id_object_key_folded_name_id",
                table: "object_records",
                columns: new[] { "tenant_id", "object_key", "folded_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_object_records_tenant_id_object_key_owner_id_id",
                table: "object_records",
                columns: new[] { "tenant_id", "object_key", "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_object_records_tenant_id_object_key_source_id",
                table: "object_records",
                columns: new[] { "tenant_id", "object_key", "source_id" },
                filter: "source_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_object_records_tenant_id_removed_at",
                table: "object_records",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_tenant_id_secret_hash",
                table: "one_time_links",
                columns: new[] { "tenant_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_open",
                table: "opportunities",
                columns: new[] { "tenant_id", "stage_id", "owner_id", "currency", "amount", "close_on" },
                filter: "\"end\" = 'Open' AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_account_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_end_close_on_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "end", "close_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_main_product_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "main_product_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_owner_id_end_close_on_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "owner_id", "end", "close_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_price_list_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "price_list_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_process_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_removed_at",
                table: "opportunities",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_source_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_source_owner_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "source", "owner_id" },
                filter: "source IS NOT NULL AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_tenant_id_stage_id_close_on_id",
                table: "opportunities",
                columns: new[] { "tenant_id", "stage_id", "close_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_lines_tenant_id_opportunity_id",
                table: "opportunity_lines",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_lines_tenant_id_product_id",
                table: "opportunity_lines",
                columns: new[] { "tenant_id", "product_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_states_of_a_day",
                table: "opportunity_states",
                columns: new[] { "tenant_id", "end", "bucket", "from", "to", "superseded_at", "close_on", "id", "opportunity_id", "owner_id", "stage_id", "amount", "currency" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_states_of_a_stage",
                table: "opportunity_states",
                columns: new[] { "tenant_id", "stage_id", "from" },
                filter: "\"end\" = 'Open' AND superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_opportunity_states_tenant_id_opportunity_id_from",
                table: "opportunity_states",
                columns: new[] { "tenant_id", "opportunity_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_own_interests_tenant_id_person_id",
                table: "own_interests",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_id_folded_name",
                table: "people",
                columns: new[] { "tenant_id", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_id_team_id",
                table: "people",
                columns: new[] { "tenant_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_exports_tenant_id_asked_at",
                table: "person_exports",
                columns: new[] { "tenant_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_person_exports_tenant_id_subject_id",
                table: "person_exports",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_tenant_id_account_id",
                table: "plan_items",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_tenant_id_removed_at",
                table: "plan_items",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_judgements_of_history",
                table: "plan_judgements",
                columns: new[] { "tenant_id", "field", "opportunity_id" },
                filter: "field IN ('Begun', 'Gain', 'Stance') AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_judgements_tenant_id_map_person_id",
                table: "plan_judgements",
                columns: new[] { "tenant_id", "map_person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_judgements_tenant_id_opportunity_id_on_id",
                table: "plan_judgements",
                columns: new[] { "tenant_id", "opportunity_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_judgements_tenant_id_removed_at",
                table: "plan_judgements",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_looks_tenant_id_after_id",
                table: "plan_looks",
                columns: new[] { "tenant_id", "after_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_looks_tenant_id_before_id",
                table: "plan_looks",
                columns: new[] { "tenant_id", "before_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_looks_tenant_id_opportunity_id_on",
                table: "plan_looks",
                columns: new[] { "tenant_id", "opportunity_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_looks_tenant_id_removed_at",
                table: "plan_looks",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_models_tenant_id_day",
                table: "plan_models",
                columns: new[] { "tenant_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_reviews_tenant_id_account_id_held_on",
                table: "plan_reviews",
                columns: new[] { "tenant_id", "account_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_strengths_tenant_id_map_person_id",
                table: "plan_strengths",
                columns: new[] { "tenant_id", "map_person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_strengths_tenant_id_opportunity_id",
                table: "plan_strengths",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_strengths_tenant_id_removed_at",
                table: "plan_strengths",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_positions_tenant_id_account_id",
                table: "positions",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_positions_tenant_id_contact_id",
                table: "positions",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_positions_tenant_id_removed_at",
                table: "positions",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_price_anchors_tenant_id_opportunity_id",
                table: "price_anchors",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_price_anchors_tenant_id_removed_at",
                table: "price_anchors",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_price_lists_tenant_id_folded_name",
                table: "price_lists",
                columns: new[] { "tenant_id", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_process_editions_tenant_id_process_id_number",
                table: "process_editions",
                columns: new[] { "tenant_id", "process_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_process_steps_tenant_id_process_id",
                table: "process_steps",
                columns: new[] { "tenant_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "ix_process_steps_tenant_id_stage_id",
                table: "process_steps",
                columns: new[] { "tenant_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_processes_tenant_id_position",
                table: "processes",
                columns: new[] { "tenant_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_products_tenant_id_folded_name",
                table: "products",
                columns: new[] { "tenant_id", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_proofs_tenant_id_account_id",
                table: "proofs",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_proofs_tenant_id_folded_claim_id",
                table: "proofs",
                columns: new[] { "tenant_id", "folded_claim", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proofs_tenant_id_removed_at",
                table: "proofs",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_tenant_id_opportunity_id",
                table: "proposals",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_tenant_id_removed_at",
                table: "proposals",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_tenant_id_sent_on_opportunity_id",
                table: "proposals",
                columns: new[] { "tenant_id", "sent_on", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pursuit_decisions_tenant_id_opportunity_id_id",
                table: "pursuit_decisions",
                columns: new[] { "tenant_id", "opportunity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pursuit_sayings_tenant_id_opportunity_id_on_id",
                table: "pursuit_sayings",
                columns: new[] { "tenant_id", "opportunity_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_tenant_id_at",
                table: "record_merges",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_tenant_id_gone_id",
                table: "record_merges",
                columns: new[] { "tenant_id", "gone_id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_tenant_id_kept_id",
                table: "record_merges",
                columns: new[] { "tenant_id", "kept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_limits_tenant_id_what",
                table: "retention_limits",
                columns: new[] { "tenant_id", "what" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_retention_runs_tenant_id_day_what",
                table: "retention_runs",
                columns: new[] { "tenant_id", "day", "what" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_codes_tenant_id_kind_folded_name",
                table: "review_codes",
                columns: new[] { "tenant_id", "kind", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_review_criteria_tenant_id_opportunity_id",
                table: "review_criteria",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_criteria_tenant_id_review_id_criterion",
                table: "review_criteria",
                columns: new[] { "tenant_id", "review_id", "criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_tenant_id_on",
                table: "reward_lines",
                columns: new[] { "tenant_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_tenant_id_payout_id",
                table: "reward_lines",
                columns: new[] { "tenant_id", "payout_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_tenant_id_person_id_fact_fact_id",
                table: "reward_lines",
                columns: new[] { "tenant_id", "person_id", "fact", "fact_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_tenant_id_rule_id",
                table: "reward_lines",
                columns: new[] { "tenant_id", "rule_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_payouts_tenant_id_person_id_month",
                table: "reward_payouts",
                columns: new[] { "tenant_id", "person_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reward_rules_tenant_id_fact_from",
                table: "reward_rules",
                columns: new[] { "tenant_id", "fact", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_rules_tenant_id_role_kind",
                table: "role_rules",
                columns: new[] { "tenant_id", "role", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rule_firings_open",
                table: "rule_firings",
                columns: new[] { "tenant_id", "opportunity_id", "rule_id", "of_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rule_firings_tenant_id_at_id",
                table: "rule_firings",
                columns: new[] { "tenant_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_firings_tenant_id_opportunity_id_at",
                table: "rule_firings",
                columns: new[] { "tenant_id", "opportunity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_firings_tenant_id_rule_id_at_id",
                table: "rule_firings",
                columns: new[] { "tenant_id", "rule_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_firings_unread",
                table: "rule_firings",
                columns: new[] { "tenant_id", "told_id" },
                filter: "told_id IS NOT NULL AND read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sales_targets_tenant_id_from_to",
                table: "sales_targets",
                columns: new[] { "tenant_id", "from", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_targets_tenant_id_person_id",
                table: "sales_targets",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_targets_tenant_id_team_id",
                table: "sales_targets",
                columns: new[] { "tenant_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_mappings_tenant_id_signature",
                table: "saved_mappings",
                columns: new[] { "tenant_id", "signature" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_tenant_id_kind_position",
                table: "saved_views",
                columns: new[] { "tenant_id", "kind", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_tenant_id_removed_at",
                table: "saved_views",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_seen_signs_tenant_id_opportunity_id",
                table: "seen_signs",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_account_id_opened_on",
                table: "service_cases",
                columns: new[] { "tenant_id", "account_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_asked_for_id_opened_on",
                table: "service_cases",
                columns: new[] { "tenant_id", "asked_for_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_contact_id",
                table: "service_cases",
                columns: new[] { "tenant_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_opened_on_id",
                table: "service_cases",
                columns: new[] { "tenant_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_owner_id_opened_on",
                table: "service_cases",
                columns: new[] { "tenant_id", "owner_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_rated_on",
                table: "service_cases",
                columns: new[] { "tenant_id", "rated_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_removed_at",
                table: "service_cases",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_cases_tenant_id_source_id",
                table: "service_cases",
                columns: new[] { "tenant_id", "source_id" },
                filter: "source_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_observations_tenant_id_on",
                table: "service_observations",
                columns: new[] { "tenant_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_observations_tenant_id_owner_id_on",
                table: "service_observations",
                columns: new[] { "tenant_id", "owner_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_observations_tenant_id_removed_at",
                table: "service_observations",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_survey_answers_tenant_id_survey_id_is_after",
                table: "service_survey_answers",
                columns: new[] { "tenant_id", "survey_id", "is_after" });

            migrationBuilder.CreateIndex(
                name: "ix_service_survey_links_tenant_id_secret_hash",
                table: "service_survey_links",
                columns: new[] { "tenant_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_survey_links_tenant_id_survey_id",
                table: "service_survey_links",
                columns: new[] { "tenant_id", "survey_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_terms_tenant_id_from",
                table: "service_terms",
                columns: new[] { "tenant_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_person_id",
                table: "sessions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_share_tenant_id_person_id_kind_row_id",
                table: "share",
                columns: new[] { "tenant_id", "person_id", "kind", "row_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shared_links_tenant_id_opportunity_id",
                table: "shared_links",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_links_tenant_id_shelf",
                table: "shared_links",
                columns: new[] { "tenant_id", "shelf" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_openings_tenant_id_shared_link_id_on",
                table: "shared_openings",
                columns: new[] { "tenant_id", "shared_link_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shared_plans_tenant_id_opportunity_id",
                table: "shared_plans",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_sayings_tenant_id_opportunity_id_at",
                table: "shared_sayings",
                columns: new[] { "tenant_id", "opportunity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_sayings_tenant_id_shared_step_id",
                table: "shared_sayings",
                columns: new[] { "tenant_id", "shared_step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_sayings_unread",
                table: "shared_sayings",
                columns: new[] { "tenant_id", "opportunity_id" },
                filter: "seen_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_shared_steps_tenant_id_for_id",
                table: "shared_steps",
                columns: new[] { "tenant_id", "for_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_steps_tenant_id_gate_step_id",
                table: "shared_steps",
                columns: new[] { "tenant_id", "gate_step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_steps_tenant_id_opportunity_id",
                table: "shared_steps",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shared_steps_tenant_id_removed_at",
                table: "shared_steps",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_shared_steps_tenant_id_stage_id",
                table: "shared_steps",
                columns: new[] { "tenant_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_signals_tenant_id_account_id_on",
                table: "signals",
                columns: new[] { "tenant_id", "account_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_signals_tenant_id_follow_up_id",
                table: "signals",
                columns: new[] { "tenant_id", "follow_up_id" });

            migrationBuilder.CreateIndex(
                name: "ix_signals_tenant_id_on_id",
                table: "signals",
                columns: new[] { "tenant_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_signals_tenant_id_owner_id_on",
                table: "signals",
                columns: new[] { "tenant_id", "owner_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_signals_tenant_id_removed_at",
                table: "signals",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_silent_contacts_tenant_id_contact_id",
                table: "silent_contacts",
                columns: new[] { "tenant_id", "contact_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_silent_contacts_tenant_id_kept_until_found_on",
                table: "silent_contacts",
                columns: new[] { "tenant_id", "kept_until", "found_on" });

            migrationBuilder.CreateIndex(
                name: "ix_source_conflicts_tenant_id_kind_subject_id",
                table: "source_conflicts",
                columns: new[] { "tenant_id", "kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_source_masters_tenant_id_kind",
                table: "source_masters",
                columns: new[] { "tenant_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stage_evidence_tenant_id_opportunity_id",
                table: "stage_evidence",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stage_evidence_tenant_id_shared_step_id",
                table: "stage_evidence",
                columns: new[] { "tenant_id", "shared_step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stage_evidence_tenant_id_stage_id",
                table: "stage_evidence",
                columns: new[] { "tenant_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stage_evidence_tenant_id_step_id",
                table: "stage_evidence",
                columns: new[] { "tenant_id", "step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stages_tenant_id_position",
                table: "stages",
                columns: new[] { "tenant_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_strategy_reads_tenant_id_objective_id",
                table: "strategy_reads",
                columns: new[] { "tenant_id", "objective_id" });

            migrationBuilder.CreateIndex(
                name: "ix_strategy_reads_tenant_id_opportunity_id_person_id",
                table: "strategy_reads",
                columns: new[] { "tenant_id", "opportunity_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_tenant_id_fingerprint",
                table: "suppressions",
                columns: new[] { "tenant_id", "fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_tenant_id_on",
                table: "suppressions",
                columns: new[] { "tenant_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_taken_acts_tenant_id_taken_at",
                table: "taken_acts",
                columns: new[] { "tenant_id", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_ratings_tenant_id_interaction_id",
                table: "talk_ratings",
                columns: new[] { "tenant_id", "interaction_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_talk_ratings_tenant_id_on_held_by_id",
                table: "talk_ratings",
                columns: new[] { "tenant_id", "on", "held_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_ratings_tenant_id_opportunity_id",
                table: "talk_ratings",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_about_id_done_at",
                table: "tasks",
                columns: new[] { "tenant_id", "about_id", "done_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_account_id_due_on",
                table: "tasks",
                columns: new[] { "tenant_id", "account_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_contact_id_due_on",
                table: "tasks",
                columns: new[] { "tenant_id", "contact_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_owner_id_done_at_due_on",
                table: "tasks",
                columns: new[] { "tenant_id", "owner_id", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_removed_at",
                table: "tasks",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_id_source_id",
                table: "tasks",
                columns: new[] { "tenant_id", "source_id" },
                filter: "source_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_teams_tenant_id_parent_id",
                table: "teams",
                columns: new[] { "tenant_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tip_disputes_tenant_id_raised_on",
                table: "tip_disputes",
                columns: new[] { "tenant_id", "raised_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tip_disputes_tenant_id_tip_id",
                table: "tip_disputes",
                columns: new[] { "tenant_id", "tip_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tips_tenant_id_account_id_heard_on",
                table: "tips",
                columns: new[] { "tenant_id", "account_id", "heard_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tips_tenant_id_heard_on",
                table: "tips",
                columns: new[] { "tenant_id", "heard_on" });

            migrationBuilder.CreateIndex(
                name: "ix_tips_tenant_id_removed_at",
                table: "tips",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tips_tenant_id_to_id_state",
                table: "tips",
                columns: new[] { "tenant_id", "to_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_turf_cases_tenant_id_owner_id",
                table: "turf_cases",
                columns: new[] { "tenant_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_turf_cases_tenant_id_removed_at",
                table: "turf_cases",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_value_items_tenant_id_for_id",
                table: "value_items",
                columns: new[] { "tenant_id", "for_id" });

            migrationBuilder.CreateIndex(
                name: "ix_value_items_tenant_id_opportunity_id",
                table: "value_items",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_value_items_tenant_id_proof_id",
                table: "value_items",
                columns: new[] { "tenant_id", "proof_id" });

            migrationBuilder.CreateIndex(
                name: "ix_value_items_tenant_id_removed_at",
                table: "value_items",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_vanished_rows_tenant_id_kind_subject_id",
                table: "vanished_rows",
                columns: new[] { "tenant_id", "kind", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_walk_aways_tenant_id_opportunity_id",
                table: "walk_aways",
                columns: new[] { "tenant_id", "opportunity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_sendings_tenant_id_event_id",
                table: "webhook_sendings",
                columns: new[] { "tenant_id", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_sendings_tenant_id_state_next_try_at",
                table: "webhook_sendings",
                columns: new[] { "tenant_id", "state", "next_try_at" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_sendings_tenant_id_webhook_id_queued_at",
                table: "webhook_sendings",
                columns: new[] { "tenant_id", "webhook_id", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_won_targets_tenant_id_from_to",
                table: "won_targets",
                columns: new[] { "tenant_id", "from", "to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_worksheets_tenant_id_author_id",
                table: "worksheets",
                columns: new[] { "tenant_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_worksheets_tenant_id_mediator_id",
                table: "worksheets",
                columns: new[] { "tenant_id", "mediator_id" },
                filter: "mediator_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_worksheets_tenant_id_removed_at",
                table: "worksheets",
                columns: new[] { "tenant_id", "removed_at" },
                filter: "removed_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access");

            migrationBuilder.DropTable(
                name: "account_members");

            migrationBuilder.DropTable(
                name: "account_plans");

            migrationBuilder.DropTable(
                name: "account_steps_done");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "capture_choices");

            migrationBuilder.DropTable(
                name: "capture_rules");

            migrationBuilder.DropTable(
                name: "captured_addresses");

            migrationBuilder.DropTable(
                name: "captured_touches");

            migrationBuilder.DropTable(
                name: "charter_agreements");

            migrationBuilder.DropTable(
                name: "closing_needs");

            migrationBuilder.DropTable(
                name: "common_ground");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "contract_renewals");

            migrationBuilder.DropTable(
                name: "custom_fields");

            migrationBuilder.DropTable(
                name: "custom_objects");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "deal_agreements");

            migrationBuilder.DropTable(
                name: "deal_formations");

            migrationBuilder.DropTable(
                name: "debrief_changes");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "desk_notes");

            migrationBuilder.DropTable(
                name: "discounts_told");

            migrationBuilder.DropTable(
                name: "duplicate_pairs");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropTable(
                name: "exchange_rates");

            migrationBuilder.DropTable(
                name: "expertise");

            migrationBuilder.DropTable(
                name: "external_logins");

            migrationBuilder.DropTable(
                name: "favours");

            migrationBuilder.DropTable(
                name: "feed_folders");

            migrationBuilder.DropTable(
                name: "feed_runs");

            migrationBuilder.DropTable(
                name: "field_rules");

            migrationBuilder.DropTable(
                name: "fit_answers");

            migrationBuilder.DropTable(
                name: "forecast_calls");

            migrationBuilder.DropTable(
                name: "help_requests");

            migrationBuilder.DropTable(
                name: "ignored_addresses");

            migrationBuilder.DropTable(
                name: "import_remarks");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "imported_rows");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "journey_editions");

            migrationBuilder.DropTable(
                name: "lessons");

            migrationBuilder.DropTable(
                name: "listed_prices");

            migrationBuilder.DropTable(
                name: "login_claims");

            migrationBuilder.DropTable(
                name: "login_tokens");

            migrationBuilder.DropTable(
                name: "logins");

            migrationBuilder.DropTable(
                name: "looks");

            migrationBuilder.DropTable(
                name: "map_parts");

            migrationBuilder.DropTable(
                name: "map_ties");

            migrationBuilder.DropTable(
                name: "meeting_lines");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "move_notes");

            migrationBuilder.DropTable(
                name: "negotiations");

            migrationBuilder.DropTable(
                name: "object_records");

            migrationBuilder.DropTable(
                name: "one_time_links");

            migrationBuilder.DropTable(
                name: "opportunity_lines");

            migrationBuilder.DropTable(
                name: "opportunity_states");

            migrationBuilder.DropTable(
                name: "outgoing_mail");

            migrationBuilder.DropTable(
                name: "own_interests");

            migrationBuilder.DropTable(
                name: "person_exports");

            migrationBuilder.DropTable(
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "plan_looks");

            migrationBuilder.DropTable(
                name: "plan_models");

            migrationBuilder.DropTable(
                name: "plan_reviews");

            migrationBuilder.DropTable(
                name: "plan_strengths");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "price_anchors");

            migrationBuilder.DropTable(
                name: "process_editions");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "pursuit_decisions");

            migrationBuilder.DropTable(
                name: "pursuit_sayings");

            migrationBuilder.DropTable(
                name: "record_merges");

            migrationBuilder.DropTable(
                name: "retention_limits");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "review_codes");

            migrationBuilder.DropTable(
                name: "review_criteria");

            migrationBuilder.DropTable(
                name: "reward_lines");

            migrationBuilder.DropTable(
                name: "role_rules");

            migrationBuilder.DropTable(
                name: "rule_firings");

            migrationBuilder.DropTable(
                name: "sales_targets");

            migrationBuilder.DropTable(
                name: "saved_mappings");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "search_documents");

            migrationBuilder.DropTable(
                name: "seen_signs");

            migrationBuilder.DropTable(
                name: "service_cases");

            migrationBuilder.DropTable(
                name: "service_observations");

            migrationBuilder.DropTable(
                name: "service_survey_answers");

            migrationBuilder.DropTable(
                name: "service_survey_links");

            migrationBuilder.DropTable(
                name: "service_terms");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "share");

            migrationBuilder.DropTable(
                name: "shared_openings");

            migrationBuilder.DropTable(
                name: "shared_plans");

            migrationBuilder.DropTable(
                name: "shared_sayings");

            migrationBuilder.DropTable(
                name: "signals");

            migrationBuilder.DropTable(
                name: "silent_contacts");

            migrationBuilder.DropTable(
                name: "source_conflicts");

            migrationBuilder.DropTable(
                name: "source_masters");

            migrationBuilder.DropTable(
                name: "stage_evidence");

            migrationBuilder.DropTable(
                name: "strategy_reads");

            migrationBuilder.DropTable(
                name: "subject_keys");

            migrationBuilder.DropTable(
                name: "suppressions");

            migrationBuilder.DropTable(
                name: "taken_acts");

            migrationBuilder.DropTable(
                name: "talk_ratings");

            migrationBuilder.DropTable(
                name: "tellings");

            migrationBuilder.DropTable(
                name: "tenants");

            migrationBuilder.DropTable(
                name: "tip_disputes");

            migrationBuilder.DropTable(
                name: "value_items");

            migrationBuilder.DropTable(
                name: "vanished_rows");

            migrationBuilder.DropTable(
                name: "walk_aways");

            migrationBuilder.DropTable(
                name: "webhook_sendings");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "won_targets");

            migrationBuilder.DropTable(
                name: "worksheets");

            migrationBuilder.DropTable(
                name: "account_steps");

            migrationBuilder.DropTable(
                name: "captured");

            migrationBuilder.DropTable(
                name: "interactions");

            migrationBuilder.DropTable(
                name: "charter_editions");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "contracts");

            migrationBuilder.DropTable(
                name: "debriefs");

            migrationBuilder.DropTable(
                name: "concessions");

            migrationBuilder.DropTable(
                name: "fit_criteria");

            migrationBuilder.DropTable(
                name: "leads");

            migrationBuilder.DropTable(
                name: "turf_cases");

            migrationBuilder.DropTable(
                name: "lesson_meetings");

            migrationBuilder.DropTable(
                name: "deal_issues");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "plan_judgements");

            migrationBuilder.DropTable(
                name: "deal_reviews");

            migrationBuilder.DropTable(
                name: "reward_payouts");

            migrationBuilder.DropTable(
                name: "reward_rules");

            migrationBuilder.DropTable(
                name: "deal_rules");

            migrationBuilder.DropTable(
                name: "service_surveys");

            migrationBuilder.DropTable(
                name: "shared_links");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "shared_steps");

            migrationBuilder.DropTable(
                name: "deal_objectives");

            migrationBuilder.DropTable(
                name: "tips");

            migrationBuilder.DropTable(
                name: "proofs");

            migrationBuilder.DropTable(
                name: "feeds");

            migrationBuilder.DropTable(
                name: "attached_contents");

            migrationBuilder.DropTable(
                name: "meeting_plans");

            migrationBuilder.DropTable(
                name: "fit_profiles");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "map_people");

            migrationBuilder.DropTable(
                name: "process_steps");

            migrationBuilder.DropTable(
                name: "opportunities");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "price_lists");

            migrationBuilder.DropTable(
                name: "processes");

            migrationBuilder.DropTable(
                name: "products");

            migrationBuilder.DropTable(
                name: "stages");

            migrationBuilder.DropTable(
                name: "accounts");
        }
    }
}
