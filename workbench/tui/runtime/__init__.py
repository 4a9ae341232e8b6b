"""What runs below the screens: threads, the key queue, notifications, what is kept between sessions."""
