using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Models;

/// <summary>Everything that reads the environment is in this one class: its tests run one after the other.</summary>
public sealed class ModelFoldersTests : IDisposable
{
    private const string UserData = "XDG_DATA_HOME";

    // The tests run from a clone, whose own networks are searched last.
    private static readonly string Starters = Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter");

    private readonly string? _models = Environment.GetEnvironmentVariable(ModelFolders.Variable);
    private readonly string? _userData = Environment.GetEnvironmentVariable(UserData);

    [Fact]
    public void The_variable_s_folders_come_first_then_the_resources_then_the_user_s()
    {
        Environment.SetEnvironmentVariable(ModelFolders.Variable, $"/a{Path.PathSeparator}{Path.PathSeparator}/b/../c");
        Environment.SetEnvironmentVariable(UserData, "/data");
        Assert.Equal(["/a", "/c", "/bundle/Resources/models", "/data/facefusion/models", Starters], ModelFolders.Search("/bundle/Resources"));
        Assert.Equal(["/a", "/c", "/data/facefusion/models", Starters], ModelLibrary.Default(null).Folders);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void Without_a_full_data_folder_it_is_the_home_s(string? data)
    {
        Environment.SetEnvironmentVariable(ModelFolders.Variable, null);
        Environment.SetEnvironmentVariable(UserData, data);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal([Path.Combine(home, ".local/share/facefusion/models"), Starters], ModelFolders.Search(null));
    }

    [Fact]
    public void A_folder_given_twice_is_searched_once()
    {
        Environment.SetEnvironmentVariable(UserData, "/data");
        Environment.SetEnvironmentVariable(ModelFolders.Variable, "/data/facefusion/models");
        Assert.Equal(["/data/facefusion/models", Starters], ModelFolders.Search(null));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ModelFolders.Variable, _models);
        Environment.SetEnvironmentVariable(UserData, _userData);
    }
}
