from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "sandbox.bulletin"
    label = "bulletin"
