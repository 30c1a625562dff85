using Coxswain.Platform.Data;
using Coxswain.Web;

var app = CoxswainHost.Build(WebApplication.CreateBuilder(args), Database.InFolder("data"));
await app.RunAsync();
