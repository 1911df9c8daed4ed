"""The Blender scene: head, eyes, hair, garment, camera and room light. Runs inside Blender."""
import bpy
import cv2
import mathutils
import numpy as np

import head as heads
import noise
import skin
from subject import EYE_AXIS, EYE_CENTRE


def to_blender(points):
    """The model's y up to Blender's z up."""
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], -1)


def image(name, pixels, colour=False):
    """A float image from rows that start at the top; no conversion of what it holds."""
    rows, columns = pixels.shape[:2]
    full = np.ones((rows, columns, 4), np.float32)
    full[..., :3] = pixels if pixels.ndim == 3 else pixels[..., None]
    made = bpy.data.images.new(name, columns, rows, float_buffer=True, is_data=not colour)
    made.colorspace_settings.name = "Linear" if colour else "Non-Color"
    made.pixels.foreach_set(np.ascontiguousarray(full[::-1]).ravel())
    made.pack()
    return made


class Material:
    """A node material under construction."""

    def __init__(self, name):
        self.data = bpy.data.materials.new(name)
        self.data.use_nodes = True
        self.nodes, self.links = self.data.node_tree.nodes, self.data.node_tree.links
        self.bsdf = self.nodes["Principled BSDF"]
        self.output = self.nodes["Material Output"]

    def node(self, kind, **inputs):
        made = self.nodes.new(kind)
        for name, value in inputs.items():
            made.inputs[name.replace("_", " ")].default_value = value
        return made

    def texture(self, picture, tile=0):
        made = self.nodes.new("ShaderNodeTexImage")
        made.image = picture
        made.extension = "EXTEND"
        if tile:
            place = self.nodes.new("ShaderNodeUVMap")
            shift = self.node("ShaderNodeMapping")
            shift.inputs["Location"].default_value = (-tile, 0, 0)
            self.links.new(place.outputs[0], shift.inputs[0])
            self.links.new(shift.outputs[0], made.inputs[0])
        return made

    def set(self, **inputs):
        for name, value in inputs.items():
            self.bsdf.inputs[name.replace("_", " ")].default_value = value
        return self


def skin_material(name, colour, height, roughness, tile):
    made = Material(name)
    tint = made.texture(image(name + "-colour", colour, True), tile)
    made.links.new(tint.outputs[0], made.bsdf.inputs["Base Color"])
    rough = made.texture(image(name + "-roughness", roughness), tile)
    made.links.new(rough.outputs[0], made.bsdf.inputs["Roughness"])
    bump = made.node("ShaderNodeBump", Strength=0.9, Distance=1.0)
    bumps = made.texture(image(name + "-height", height), tile)
    made.links.new(bumps.outputs[0], bump.inputs["Height"])
    made.links.new(bump.outputs[0], made.bsdf.inputs["Normal"])
    # Light below the skin is spread by develop.py over the rendered irradiance: without noise, at next to no cost.
    made.set(Specular=0.6)
    return made.data


def eye_texture(person, places, side):
    """Iris, pupil, limbus, sclera and its veins at places on the outer eye; side is 1 for the head's left eye."""
    axis = EYE_AXIS * [side, 1, 1]
    axis = axis / np.linalg.norm(axis)
    offset = places - EYE_CENTRE * [side, 1, 1]
    along = offset @ axis
    across = offset - along[..., None] * axis
    rho = np.linalg.norm(across, axis=-1)
    rho = np.where(along > 0, rho, 3.0)
    angle = np.arctan2(across[..., 1], across[..., 0])
    ring = np.stack([np.cos(angle) * 3, np.sin(angle) * 3, rho * 1.2], -1)
    fibres = noise.fractal(ring, 0.22, 5, 3)
    collar = np.exp(-(((rho - 0.36) / 0.09) ** 2))
    iris = skin.linear(person["iris"]) * (1 + 0.55 * fibres + 0.45 * collar)[..., None]
    iris = iris * (1 - 0.75 * heads.smoothstep(0.50, 0.63, rho))[..., None]
    iris = iris * heads.smoothstep(0.20, 0.245, rho)[..., None] + 0.004
    veins = heads.smoothstep(0.72, 1.0, 1 - np.abs(noise.fractal(places, 0.55, 77, 4)) * 2.2) * heads.smoothstep(0.75, 1.3, rho)
    white = np.float32([0.60, 0.555, 0.52]) * (1 - 0.25 * heads.smoothstep(0.8, 1.5, rho))[..., None]
    white = white * (1 - veins[..., None] * np.float32([0.12, 0.5, 0.5]))
    share = heads.smoothstep(0.60, 0.68, rho)[..., None]
    return (iris * (1 - share) + white * share).astype(np.float32)


def lash_cover():
    """Where the model's six bands of lashes are hair, on their texture: roots at a band's upper edge."""
    side, random = 1024, np.random.default_rng(5)
    cover = np.zeros((side, side), np.uint8)
    for band, root in enumerate((0.988, 0.822, 0.656, 0.486, 0.320, 0.154)):
        upper = band < 3
        for left in (0.012, 0.510):
            for _ in range(46 if upper else 26):
                u = left + random.uniform(0.01, 0.465)
                length = 0.14 * (random.uniform(0.7, 1.0) if upper else random.uniform(0.25, 0.5))
                lean = random.normal(0, 0.012)
                line = [((u + lean * t * t) * side * 16, (1 - root + length * t) * side * 16) for t in np.linspace(0, 1, 8)]
                for k in range(7):
                    ends = [tuple(int(x) for x in line[k]), tuple(int(x) for x in line[k + 1])]
                    shade = int(255 * (1 - 0.55 * k / 6) * (1.0 if upper else 0.6))
                    cv2.line(cover, *ends, shade, 4 if k < 3 else 3 if k < 5 else 2, cv2.LINE_AA, 4)
    return cover.astype(np.float32) / 255


def mesh_object(name, points, faces, uvs=None, materials=(), indices=None):
    data = bpy.data.meshes.new(name)
    data.from_pydata(to_blender(points).tolist(), [], faces)
    data.polygons.foreach_set("use_smooth", [True] * len(faces))
    if uvs is not None:
        layer = data.uv_layers.new(name="uv")
        layer.data.foreach_set("uv", np.ascontiguousarray(uvs, np.float32).ravel())
    for material in materials:
        data.materials.append(material)
    if indices is not None:
        data.polygons.foreach_set("material_index", indices)
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    return made


def head_object(head, person, textures):
    """The head with its materials; the mesh keeps the model's numbering of vertices."""
    lashes = Material("lashes").set(Base_Color=(0.02, 0.013, 0.01, 1), Roughness=0.7, Specular=0.1)
    cover = lashes.texture(image("lashes", lash_cover()), 6)
    lashes.links.new(cover.outputs[0], lashes.bsdf.inputs["Alpha"])
    gums = Material("gums").set(Base_Color=(0.20, 0.045, 0.04, 1), Roughness=0.35)
    teeth = Material("teeth").set(Base_Color=(0.62, 0.54, 0.43, 1), Roughness=0.28)
    wet = Material("wet")
    clear = wet.node("ShaderNodeBsdfTransparent")
    gloss = wet.node("ShaderNodeBsdfGlossy", Roughness=0.08)
    mix = wet.node("ShaderNodeMixShader", Fac=0.07)
    wet.links.new(clear.outputs[0], mix.inputs[1])
    wet.links.new(gloss.outputs[0], mix.inputs[2])
    wet.links.new(mix.outputs[0], wet.output.inputs[0])
    eyes = []
    for name, side in (("left", 1), ("right", -1)):
        eye = Material("eye-" + name).set(Roughness=0.06, Specular=0.55)
        tint = eye.texture(image("eye-" + name, textures["eye"][name], True))
        eye.links.new(tint.outputs[0], eye.bsdf.inputs["Base Color"])
        eyes.append(eye.data)
    kept = {
        heads.SKIN: skin_material("face", *textures["face"], 0), heads.BACK: skin_material("back", *textures["back"], 1),
        heads.GUMS: gums.data, heads.TEETH: teeth.data, heads.SCLERA_L: eyes[0], heads.SCLERA_R: eyes[1],
        heads.LACRIMAL: wet.data, heads.LASHES: lashes.data,
    }
    order = list(kept)
    faces, uvs, indices = [], [], []
    for corners, texture, material in zip(head.faces, head.face_uv, head.material):
        if material not in kept:
            continue
        valid = corners >= 0
        if material in (heads.SKIN, heads.BACK) and (head.neutral[corners[valid], 1] < -13.6).all():
            continue
        faces.append(corners[valid].tolist())
        uvs.append(head.uv[texture[valid]])
        indices.append(order.index(material))
    return mesh_object("head", head.neutral, faces, np.concatenate(uvs), list(kept.values()), indices)


def hair_object(strands, colour):
    """Strands as a polyline mesh that geometry nodes turn into curves for the renderer."""
    count, points = strands.shape[:2]
    numbers = np.arange(count * points).reshape(count, points)
    edges = np.stack([numbers[:, :-1], numbers[:, 1:]], -1).reshape(-1, 2)
    lines = bpy.data.meshes.new("strands")
    lines.from_pydata(to_blender(strands.reshape(-1, 3)).tolist(), edges.tolist(), [])
    source = bpy.data.objects.new("strands", lines)
    bpy.context.scene.collection.objects.link(source)
    source.hide_render = True
    material = Material("hair")
    # Two lobes over a diffuse body: far less noise than the full scattering model and near enough at this size.
    reflection = material.node("ShaderNodeBsdfHair", RoughnessU=0.28, RoughnessV=0.9, Offset=-0.07)
    reflection.inputs["Color"].default_value = (*(0.10 + 0.5 * np.array(colour)), 1)
    body = material.node("ShaderNodeBsdfDiffuse")
    body.inputs["Color"].default_value = (*colour, 1)
    both = material.node("ShaderNodeMixShader", Fac=0.42)
    material.links.new(body.outputs[0], both.inputs[1])
    material.links.new(reflection.outputs[0], both.inputs[2])
    material.links.new(both.outputs[0], material.output.inputs[0])
    curves = bpy.data.hair_curves.new("hair")
    curves.materials.append(material.data)
    made = bpy.data.objects.new("hair", curves)
    bpy.context.scene.collection.objects.link(made)
    group = bpy.data.node_groups.new("hair", "GeometryNodeTree")
    group.outputs.new("NodeSocketGeometry", "Geometry")
    group.inputs.new("NodeSocketGeometry", "Geometry")
    info = group.nodes.new("GeometryNodeObjectInfo")
    info.inputs["Object"].default_value = source
    convert = group.nodes.new("GeometryNodeMeshToCurve")
    radius = group.nodes.new("GeometryNodeSetCurveRadius")
    radius.inputs["Radius"].default_value = 0.0135
    paint = group.nodes.new("GeometryNodeSetMaterial")
    paint.inputs["Material"].default_value = material.data
    end = group.nodes.new("NodeGroupOutput")
    for a, b in ((info.outputs["Geometry"], convert.inputs[0]), (convert.outputs[0], radius.inputs[0]),
                 (radius.outputs[0], paint.inputs[0]), (paint.outputs[0], end.inputs[0])):
        group.links.new(a, b)
    made.modifiers.new("strands", "NODES").node_group = group
    return made


def garment_object(colour):
    """A crew-neck jumper: rings from the collar over the shoulders down, with folds."""
    rings = [  # half width, half depth, height, height lost from back to front, centre z
        (6.3, 5.9, -12.6, 1.3, -1.0), (6.5, 6.2, -11.5, 1.6, -1.2), (6.9, 6.6, -11.2, 1.6, -1.3), (7.4, 7.0, -11.6, 1.6, -1.3),
        (8.3, 7.6, -12.0, 1.4, -1.5), (10.8, 8.6, -13.2, 1.2, -2.0), (14.2, 9.4, -14.6, 1.0, -2.4), (17.8, 9.9, -16.6, 0.8, -2.6),
        (20.2, 10.4, -19.6, 0.5, -2.6), (21.6, 10.8, -24.0, 0.2, -2.4), (22.2, 11.2, -30.0, 0.0, -2.2), (22.4, 11.4, -36.0, 0.0, -2.0),
    ]
    around, between = 160, 6
    fine = []
    at = np.linspace(0, len(rings) - 1, (len(rings) - 1) * between + 1)
    for column in np.array(rings).T:
        fine.append(np.interp(at, range(len(rings)), column))
    smooth = [np.convolve(np.pad(c, 4, "edge"), np.hanning(11)[1:-1] / np.hanning(11).sum(), "valid") for c in fine]
    a, b, y, tilt, z = (s[:, None] for s in smooth)
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)[None]
    points = np.stack([a * np.sin(angle), y - tilt * np.cos(angle), z + b * np.cos(angle)], -1)
    depth = heads.smoothstep(-11.5, -17.0, points[..., 1])
    folds = noise.fractal(points * [1, 0.6, 1], 4.5, 91, 3) * 0.55 * depth
    outward = points * [1, 0, 1] / np.maximum(np.abs(points[..., :1]) + np.abs(points[..., 2:]), 1)
    points = points + outward * folds[..., None]
    faces = [[r * around + c, r * around + (c + 1) % around, (r + 1) * around + (c + 1) % around, (r + 1) * around + c]
             for r in range(len(points) - 1) for c in range(around)]
    cloth = Material("garment").set(Base_Color=(*colour, 1), Roughness=0.9, Specular=0.15, Sheen=0.5)
    place = cloth.nodes.new("ShaderNodeTexCoord")
    knit = cloth.node("ShaderNodeTexNoise", Scale=9.0, Detail=3.0)
    bump = cloth.node("ShaderNodeBump", Strength=0.5, Distance=0.12)
    cloth.links.new(place.outputs["Object"], knit.inputs["Vector"])
    cloth.links.new(knit.outputs["Fac"], bump.inputs["Height"])
    cloth.links.new(bump.outputs[0], cloth.bsdf.inputs["Normal"])
    return mesh_object("garment", points.reshape(-1, 3), faces, materials=[cloth.data])


def area_light(name, place, target, size, watts, colour):
    light = bpy.data.lights.new(name, "AREA")
    light.shape, light.size, light.size_y = "RECTANGLE", size[0], size[1]
    light.energy, light.color = watts, colour
    made = bpy.data.objects.new(name, light)
    place, target = to_blender(np.array(place, float)), to_blender(np.array(target, float))
    made.location = place
    made.rotation_euler = aim(place, target)
    bpy.context.scene.collection.objects.link(made)


def aim(place, target):
    return mathutils.Vector(target - place).to_track_quat("-Z", "Y").to_euler()


def room(samples, threads, width, height, percentage):
    """Renderer settings and the light of a room: a window at one side, a lamp behind, light from the walls."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.samples, cycles.use_denoising, cycles.use_adaptive_sampling = samples, False, False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 2, 1, 1
    cycles.transparent_max_bounces, cycles.transmission_bounces = 5, 0
    cycles.sample_clamp_indirect, cycles.blur_glossy = 3.0, 1.0
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.pixel_filter_type, cycles.filter_width = "BLACKMAN_HARRIS", 1.5
    scene.cycles_curves.shape = "RIBBONS"
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, percentage
    scene.render.film_transparent = True
    scene.render.use_persistent_data = True
    cycles.debug_bvh_type = "DYNAMIC_BVH"
    passes = scene.view_layers[0]
    passes.use_pass_normal = passes.use_pass_z = True
    for kind in ("diffuse", "glossy"):
        for part in ("direct", "indirect", "color"):
            setattr(passes, f"use_pass_{kind}_{part}", True)
    world = bpy.data.worlds.new("room")
    scene.world, world.use_nodes = world, True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    ramp, place, split = nodes.new("ShaderNodeValToRGB"), nodes.new("ShaderNodeTexCoord"), nodes.new("ShaderNodeSeparateXYZ")
    links.new(place.outputs["Generated"], split.inputs[0])
    links.new(split.outputs[2], ramp.inputs[0])
    ramp.color_ramp.elements[0].color = (0.10, 0.08, 0.065, 1)
    ramp.color_ramp.elements[1].color = (0.34, 0.34, 0.36, 1)
    links.new(ramp.outputs[0], nodes["Background"].inputs[0])
    nodes["Background"].inputs[1].default_value = 0.55
    area_light("window", (-52, 30, 66), (0, 0, 5), (50, 60), 150000, (0.93, 0.97, 1.0))
    area_light("wall", (75, 5, 40), (0, 0, 5), (90, 90), 11000, (1.0, 0.90, 0.80))
    area_light("lamp", (48, 38, -58), (0, 5, 0), (26, 26), 22000, (1.0, 0.80, 0.60))
    return scene


def camera(scene, focal, place, target):
    """Places the camera; places in the model's space."""
    if scene.camera is None:
        scene.camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
        scene.collection.objects.link(scene.camera)
        scene.camera.data.sensor_width = 36.0
    scene.camera.data.lens = focal
    place, target = to_blender(np.array(place, float)), to_blender(np.array(target, float))
    scene.camera.location = place
    scene.camera.rotation_euler = aim(place, target)
