namespace Coxswain.Testing;

/// <summary>Exports of other systems as those write them, small enough to be read.</summary>
public static class SampleExports
{
    public static (string Name, string Text)[] Salesforce { get; } =
    [
        ("User.csv", "Id,Username,LastName,FirstName,Name,Email,IsActive\n005A,ana@x,Okafor,Ana,Ana Okafor,ana@x.example,1\n005B,tom@x,Berg,Tom,Tom Berg,tom@x.example,0\n"),
        ("Account.csv", "Id,IsDeleted,Name,ParentId,BillingCity,BillingCountry,Phone,Website,Industry,AnnualRevenue,NumberOfEmployees,OwnerId,CreatedDate\n001A,0,Nordwind,,Kiel,Germany,,https://nordwind.example,Logistics,1200000,80,005A,2025-01-10T08:00:00.000Z\n001B,0,Nordwind Süd,001A,Ulm,Germany,,,Logistics,,,005B,2025-01-11T08:00:00.000Z\n"),
        ("Contact.csv", "Id,AccountId,LastName,FirstName,Name,Email,Title,Phone,MobilePhone,OwnerId\n003A,001A,Vogt,Lena,Lena Vogt,lena@nordwind.example,Buyer,+49 431 1,,005A\n003B,001B,Amsel,,,amsel@nordwind.example,,,,005B\n"),
        ("Opportunity.csv", "Id,AccountId,Name,StageName,Amount,CloseDate,CreatedDate,LeadSource,OwnerId,IsWon\n006A,001A,Yard,Negotiation,50000,2026-03-01,2026-01-05T09:30:00.000Z,Web,005A,0\n006B,001B,Gate,Closed Won,12000,2026-02-01,2026-01-02T09:30:00.000Z,,005B,1\n"),
        ("Lead.csv", "Id,LastName,FirstName,Company,Email,LeadSource,Status,IsConverted,ConvertedContactId,ConvertedOpportunityId,OwnerId,CreatedDate\n00QA,Sand,Ida,Hafen Ost,ida@ost.example,Fair,Working - Contacted,0,,,005A,2026-02-01T08:00:00.000Z\n00QB,Vogt,Lena,Nordwind,,Web,Closed - Converted,1,003A,006A,005A,2026-01-02T08:00:00.000Z\n"),
        ("Task.csv", "Id,WhoId,WhatId,Subject,ActivityDate,Status,Priority,OwnerId,Description\n00TA,003A,006A,Send the offer,2026-02-20,Completed,High,005A,\n00TB,00QA,,Ring Ida,2026-08-01,Not Started,High,005A,\n"),
        ("Event.csv", "Id,WhoId,WhatId,Subject,StartDateTime,EndDateTime,DurationInMinutes,Description,OwnerId\n00UA,003A,006A,Yard walk,2026-02-10T08:00:00.000Z,2026-02-10T09:30:00.000Z,90,They want more room,005A\n"),
        ("OpportunityLineItem.csv", "Id,OpportunityId,PricebookEntryId,Product2Id,Quantity,UnitPrice,TotalPrice\n00kA,006A,01uA,01tA,2,25000,50000\n"),
        ("Product2.csv", "Id,Name,ProductCode,Family,Description,IsActive\n01tA,Yard planner,YP,Yard,,1\n"),
    ];

    public static (string Name, string Text)[] HubSpot { get; } =
    [
        ("companies.csv", "Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry\n9001,Nordwind,Ana Okafor,2025-11-02 10:00,,Kiel,Germany,Logistics\n9002,Hafen Ost,Tom Berg (Deactivated User),2025-11-03 10:00,,Rostock,Germany,\n"),
        ("contacts.csv", "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Associated Company IDs\n101,Lena,Vogt,lena@nordwind.example,,Ana Okafor,Nordwind,9001\n102,,,only@ost.example,,Tom Berg (Deactivated User),Hafen Ost,9002;9001\n"),
        ("deals.csv", "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Deal owner,Amount,Associated Company,Associated Company IDs,\"Date entered \"\"Qualified (Sales Pipeline)\"\"\",\"Date entered \"\"Proposal (Sales Pipeline)\"\"\"\n"
            + "7001,Yard,Proposal,Sales Pipeline,2026-04-30 12:00,2026-01-05 09:30,Ana Okafor,50000,Nordwind,9001,2026-01-20 09:00,2026-02-03 10:00\n7002,Gate,Qualified,Sales Pipeline,2026-05-30 12:00,2026-02-01 09:30,Ana Okafor,1000,Nordwind,9001,2026-02-01 09:30,\n7003,Renewal,Qualified,Renewals,2026-06-30 12:00,2026-02-02 09:30,Tom Berg (Deactivated User),7000,Hafen Ost,9002,,\n"),
        ("calls.csv", "Record ID,Call Title,Call direction,Call duration (HH:mm:ss),Call outcome,Call notes,Activity date,Activity assigned to,Associated Contact IDs,Associated Deal IDs\n501,About the yard,OUTBOUND,00:12:40,Connected,<p>They wait for the <b>board</b></p><p>Again in May</p>,2026-02-03 14:00,Ana Okafor,101,7001\n"),
        ("notes.csv", "Record ID,Note body,Activity date,Activity assigned to,Associated Company IDs\n601,They moved,2026-01-15 09:00,Ana Okafor,9001\n"),
        ("tasks.csv", "Record ID,Task Title,Task Status,Due date,Activity assigned to,Associated Contact IDs\n701,Send the offer,NOT_STARTED,2026-09-01 08:00,Ana Okafor,101\n"),
    ];

    public static (string Name, string Text)[] Pipedrive { get; } =
    [
        ("organizations.csv", "Organization - ID,Organization - Name,Organization - Owner,Organization - Website\n11,Nordwind,Ana Okafor,nordwind.example\n"),
        ("people.csv", "Person - ID,Person - Name,Person - Owner,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work\n21,Lena Vogt,Ana Okafor,Nordwind,,lena@home.example,+49 431 1\n"),
        ("deals.csv", "Deal - ID,Deal - Title,Deal - Organization,Deal - Owner,Deal - Stage,Deal - Status,Deal - Pipeline,Deal - Value,Deal - Currency of Value,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Expected close date\n31,Yard,Nordwind,Ana Okafor,Proposal made,Open,Pipeline,50000,EUR,2026-01-05 09:30:00,,,2026-04-30\n32,Gate,Nordwind,Ana Okafor,Proposal made,Won,Pipeline,1000,EUR,2026-01-06 09:30:00,2026-02-01 10:00:00,,2026-03-30\n33,Dock,Nordwind,Ana Okafor,Qualified,Lost,Pipeline,1000,EUR,2026-01-07 09:30:00,,2026-02-02 10:00:00,\n"),
        ("activities.csv", "Activity - ID,Activity - Type,Activity - Subject,Activity - Done,Activity - Due date,Activity - Duration,Activity - Assigned to user,Activity - Deal ID,Activity - Person ID\n41,Call,Asked,Done,2026-02-01,00:30,Ana Okafor,31,21\n42,Meeting,Show it,To do,2026-08-02,01:00,Ana Okafor,31,21\n".Replace("Done,2026", "Yes,2026", StringComparison.Ordinal).Replace("To do,", "No,", StringComparison.Ordinal)),
    ];

    /// <summary>Files of the systems that are known by their headers alone.</summary>
    public static IReadOnlyList<(string System, string File, string Kind, string Text)> Others { get; } =
    [
        ("Zoho CRM", "Accounts.csv", "account", "Record Id,Account Owner.id,Account Owner,Account Name,Parent Account,Website,Industry\nzcrm_1,zcrm_9,Ana Okafor,Nordwind,,nordwind.example,Logistics\n"),
        ("Zoho CRM", "Contacts.csv", "contact", "Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name.id,Account Name,Email,Phone\nzcrm_2,zcrm_9,Ana Okafor,Lena,Vogt,zcrm_1,Nordwind,lena@x.example,\n"),
        ("Zoho CRM", "Deals.csv", "opportunity", "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Lead Source,Created Time\nzcrm_3,zcrm_9,Ana Okafor,5000,Yard,2026-04-30,zcrm_1,Nordwind,Proposal,Web,2026-01-05 09:30:00\n"),
        ("Zoho CRM", "Leads.csv", "lead", "Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Email,Lead Source,Lead Status,Created Time\nzcrm_4,zcrm_9,Ana Okafor,Hafen,Ida,Sand,ida@x.example,Fair,Contacted,2026-01-05 09:30:00\n"),
        ("Odoo", "crm.lead.csv", "opportunity", "External ID,Opportunity,Customer,Expected Revenue,Stage,Salesperson,Created on,Expected Closing\n__export__.crm_lead_1,Yard,Nordwind,5000.0,Qualified,Ana Okafor,2026-01-05 09:30:00,2026-04-30\n"),
        ("Odoo", "res.partner.csv", "contact", "External ID,Name,Related Company,Email,Job Position,Phone,Salesperson\n__export__.res_partner_1,Lena Vogt,Nordwind,lena@x.example,Buyer,,Ana Okafor\n"),
        ("Dynamics 365", "My Open Opportunities.csv", "opportunity", "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Account,Est. Revenue,Est. Close Date,Sales Stage,Status,Owner\n{0-1},abc,2026-01-01,Yard,Nordwind,5000,2026-04-30,Propose,Open,Ana Okafor\n"),
        ("Dynamics 365", "Active Contacts.csv", "contact", "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Company Name,Business Phone\n{0-2},abc,2026-01-01,Lena Vogt,lena@x.example,Nordwind,\n"),
        ("Twenty", "people.csv", "contact", "Id,Name / First Name,Name / Last Name,Emails / Primary Email,Job Title,Company\n20202020-1,Lena,Vogt,lena@x.example,Buyer,Nordwind\n"),
        ("Twenty", "opportunities.csv", "opportunity", "Id,Name,Stage,Amount / Amount,Amount / Currency,Close date,Company,Creation date\n20202020-2,Yard,PROPOSAL,5000,EUR,2026-04-30,Nordwind,2026-01-05T09:30:00.000Z\n"),
        ("EspoCRM", "Export_Account.csv", "account", "ID,Name,Website,Industry,Billing Address City,Billing Address Country,Assigned User\n5f1,Nordwind,nordwind.example,Logistics,Kiel,Germany,Ana Okafor\n"),
        ("EspoCRM", "Export_Opportunity.csv", "opportunity", "ID,Name,Account,Stage,Amount,Amount Currency,Close Date,Assigned User,Created At\n5f2,Yard,Nordwind,Proposal,5000,EUR,2026-04-30,Ana Okafor,2026-01-05 09:30:00\n"),
    ];
}
