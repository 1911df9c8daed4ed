using FaceFusion.Basis;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Quality.Measures;

namespace FaceFusion.Quality.Pairs;

/// <summary>The smiles of the Londoners whom the shape model has never seen: does it tell people it wasn't fitted to from their expressions?</summary>
internal static class HeldOutSmiles
{
    /// <summary>How much of their smiles shape and texture keep from the frame alone, the mean.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="composites">The averaged faces' pictures, which are swapped onto them in turn.</param>
    /// <param name="neutral">The Londoners' neutral pictures.</param>
    /// <param name="smiling">Their smiling pictures, under the same names.</param>
    public static double Kept(FaceEngine engine, IReadOnlyList<string> composites, IReadOnlyList<string> neutral, IReadOnlyList<string> smiling)
    {
        double sum = 0;
        for (int i = 0; i < HeldOut.People.Count; i++)
        {
            IdentityPortrait identity = engine.LoadIdentity(composites[i % composites.Count]);
            using Photograph still = Photograph.Take(engine, Of(neutral, HeldOut.People[i])), smile = Photograph.Take(engine, Of(smiling, HeldOut.People[i]));
            using Outcome onStill = Swap(still), onSmile = Swap(smile);
            sum += MouthMotion.Kept(onStill, onSmile, still, smile);

            Outcome Swap(Photograph photograph) => Outcome.Of(engine, photograph.Frame, photograph.Face, identity, PairBench.ShapeOptions);
        }

        return sum / HeldOut.People.Count;
    }

    private static string Of(IReadOnlyList<string> pictures, string person) => pictures.First(file => Path.GetFileNameWithoutExtension(file) == person);
}
