using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Recognition;

/// <summary>The project's own recogniser, in the engine of a machine that lacks the public one.</summary>
public sealed class StarterRecogniserTests
{
    // Of the last sixteen Londoners, whom no training saw.
    private static readonly string[] People = ["126", "131", "137", "141", "173"];

    [SkippableFact]
    public void It_serves_where_the_public_one_is_absent_and_knows_people_who_smile()
    {
        using TemporaryFolder folder = new();
        ModelLibrary models = Material.LibraryWithStarter(FaceNetwork.Recogniser, folder);
        Assert.Equal(FaceNetwork.Recogniser.Starter, FaceNetwork.Recogniser.Require(models).Name);
        FaceEngine engine = new(models);
        FaceEmbedding[] neutral = [.. People.Select(person => Embed("london_neutral", person))], smiling = [.. People.Select(person => Embed("london_smiling", person))];
        for (int i = 0; i < People.Length; i++)
        {
            for (int j = 0; j < People.Length; j++)
                Assert.True(i == j || neutral[i].Cosine(smiling[i]) > neutral[i].Cosine(smiling[j]), $"{People[i]} looks more like {People[j]}.");
        }

        FaceEmbedding Embed(string set, string person)
        {
            using Still still = Material.Open(SharedMaterial.Require($"pictures/{set}/{person}.jpg"));
            return engine.Embed(still.Frame, Assert.Single(engine.FindFaces(still.Frame)));
        }
    }
}
