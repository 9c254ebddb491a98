"""Latents are what the VAE makes of every scene, each time in another framing."""

import numpy as np
import torch
from starter_model.corpus import Corpus
from starter_model.latents import read_latents
from starter_model.staging import draw_staging
from starter_model.vae import load_vae
from support.tiny_starter import FRAMINGS, SCENES, Made


def test_they_are_the_means_that_diffusers_gives(made: Made) -> None:
    latents, config = read_latents(made.work), made.config
    size = (config.clip.width, config.clip.height)
    assert latents.values.shape == (FRAMINGS * SCENES, config.vae.z_dim, 3, 4, 4)
    assert latents.scenes.tolist() == [0, 1, 2, 3, 0, 1, 2, 3]
    number = SCENES + 1
    entry = Corpus(made.work / "corpus" / "train").entry(1)
    staging = draw_staging(np.random.default_rng((config.seed, 1, number)), entry.size_m, size)
    clip = torch.from_numpy(entry.paint(staging, entry.look)).permute(3, 0, 1, 2)[None] / 127.5 - 1.0
    with torch.inference_mode():
        wanted = load_vae(config.vae, made.work / "vae.pt").encode(clip).latent_dist.mode()[0]
    np.testing.assert_allclose(latents.values[number], wanted, atol=1e-4, rtol=1e-3)
    assert not np.array_equal(latents.values[number], latents.values[1])
